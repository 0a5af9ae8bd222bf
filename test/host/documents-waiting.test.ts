import assert from 'node:assert/strict';
import { commands, type TextDocument, window, workspace } from 'vscode';
import { Person } from './direct-commands-support.ts';
import {
  closeAll,
  direct,
  eventually,
  newEmail,
  newIdentity,
  open,
  readIdentity,
  replace,
  setAutoSave,
  setConnections,
  setText,
} from './documents-support.ts';
import { type SlowServer, slowServer, Watcher } from './slow-server.ts';
import { sandboxAddresses } from './support.ts';

const stateOf = async (id: string) => (await readIdentity(id)).state;

describe('a save that takes long', () => {
  let kratos: SlowServer;
  let hydra: SlowServer;
  let watcher: Watcher;

  before(async () => {
    await setAutoSave('off');
    const addresses = sandboxAddresses();
    kratos = await slowServer(addresses['kratos-admin'] ?? '');
    hydra = await slowServer(addresses['hydra-admin'] ?? '');
    await setConnections([
      {
        id: 'slow',
        name: 'Slow sandbox',
        type: 'self-hosted',
        kratosPublic: addresses['kratos-public'],
        kratosAdmin: kratos.url,
        hydraAdmin: hydra.url,
      },
    ]);
    await commands.executeCommand('ory.activateConnection', 'slow');
  });
  beforeEach(() => {
    watcher = new Watcher();
  });
  afterEach(async () => {
    watcher.leave();
    kratos.mood = hydra.mood = 'normal';
    await closeAll();
  });
  after(async () => {
    await setConnections(undefined);
    await setAutoSave(undefined);
    await kratos.close();
    await hydra.close();
  });

  async function dirty(): Promise<{ id: string; document: TextDocument }> {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'slow');
    await replace(document, '"state": "active"', '"state": "inactive"');
    return { id, document };
  }

  /** Waits for a line of the progress, then cancels. */
  async function cancelAt(line: RegExp): Promise<void> {
    await eventually(
      () => watcher.seen,
      (seen) => seen.some((each) => line.test(each)),
    );
    watcher.cancel();
  }

  it('says what the server asks to wait for, can be cancelled, and keeps the text', async () => {
    const { id, document } = await dirty();
    kratos.mood = 'too-many-requests';
    const saving = document.save();
    await cancelAt(/asks to wait 1\d s/);
    assert.match(watcher.seen.join('\n'), /^Saving .*@example\.com to Slow sandbox \[Cancel\]$/m);
    assert.equal(await saving, false);
    assert.equal(document.isDirty, true);
    assert.equal(await stateOf(id), 'active');
    kratos.mood = 'normal';
    assert.equal(await document.save(), true);
    assert.equal(await stateOf(id), 'inactive');
  });

  it('says whether a cancelled save may have been made, and sees it at the next', async () => {
    const { id, document } = await dirty();
    const write = () =>
      Promise.resolve(workspace.fs.writeFile(document.uri, Buffer.from(document.getText())));
    kratos.mood = 'too-many-requests';
    let writing = assert.rejects(write(), /Cancelled: .*@example\.com was not saved/);
    await cancelAt(/asks to wait/);
    await writing;
    watcher.seen.length = 0;
    kratos.mood = 'carries-out-and-says-nothing';
    writing = assert.rejects(write(), /Slow sandbox may or may not have the change/);
    await cancelAt(/^Saving/);
    await writing;
    assert.equal(document.isDirty, true);
    assert.equal(await stateOf(id), 'inactive');
    kratos.mood = 'normal';
    assert.equal(await document.save(), true);
  });

  it('creates nothing when that is cancelled before it was sent, and says so where it may be there', async () => {
    const ref = { connection: 'slow', kind: 'identities', id: 'new-5:default', isNew: true };
    await commands.executeCommand('ory.openDocument', ref, 'New identity');
    const draft = window.activeTextEditor?.document;
    assert.ok(draft);
    const email = newEmail();
    await setText(draft, draft.getText().replace(/"email": "[^"]*"/, `"email": "${email}"`));
    kratos.mood = 'too-many-requests';
    const saving = draft.save();
    await cancelAt(/asks to wait 1\d s/);
    assert.match(watcher.seen.join('\n'), /^Creating an identity on Slow sandbox \[Cancel\]$/m);
    assert.equal(await saving, false);
    assert.equal(draft.isDirty, true);
    kratos.mood = 'normal';
    assert.equal(await draft.save(), true);
    await eventually(
      () => window.activeTextEditor?.document.uri.path ?? '',
      (path) => path.endsWith(`/${email}.json`),
    );
  });

  it('generates no key when that is cancelled before it was sent, and says so where it may be there', async () => {
    const person = new Person();
    person.sitDown();
    try {
      const generate = () => {
        person.types = ['docs-slow', ''];
        person.picks = [['ES256'], ['Signatures']];
        watcher.seen.length = 0;
        return commands.executeCommand('ory.newKeySet');
      };
      hydra.mood = 'too-many-requests';
      let generating = generate();
      await cancelAt(/asks to wait 1\d s/);
      await generating;
      assert.deepEqual(person.told, []);
      assert.equal((await direct('hydra-admin', 'GET', '/admin/keys/docs-slow')).status, 404);
      hydra.mood = 'carries-out-and-says-nothing';
      generating = generate();
      await cancelAt(/^Generating a key in docs-slow on Slow sandbox/);
      await generating;
      assert.match(person.told.join('\n'), /Slow sandbox may or may not have the key/);
      assert.equal((await direct('hydra-admin', 'GET', '/admin/keys/docs-slow')).status, 200);
    } finally {
      person.leave();
    }
  });
});
