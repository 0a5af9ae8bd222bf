import assert from 'node:assert/strict';
import { commands, FilePermission, languages, Uri, window, workspace } from 'vscode';
import {
  closeAll,
  direct,
  eventually,
  newEmail,
  newIdentity,
  open,
  replace,
  setConnections,
  setText,
  useConnections,
} from './documents-support.ts';

const front = () => window.activeTextEditor?.document;
const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
/** How many identities have an address; older servers know no filter and list everybody. */
async function identitiesOf(email: string): Promise<number> {
  const { json } = await direct('kratos-admin', 'GET', `/admin/identities?credentials_identifier=${email}`);
  const all = json as unknown as { traits: { email: string } }[];
  return all.filter((identity) => identity.traits.email === email).length;
}

const MASK = '••••••••';

describe('documents of every kind', () => {
  before(useConnections);
  afterEach(async () => {
    await closeAll();
    await workspace.getConfiguration('files').update('autoSave', undefined, true);
  });
  after(() => setConnections(undefined));

  it('creates an identity with the first save, in the same place', async () => {
    await commands.executeCommand(
      'ory.openDocument',
      {
        connection: 'docs',
        kind: 'identities',
        id: 'new-1:default',
        isNew: true,
      },
      'New identity',
    );
    const draft = front();
    assert.ok(draft);
    const email = newEmail();
    await setText(draft, draft.getText().replace(/"email": "[^"]*"/, `"email": "${email}"`));
    assert.equal(await draft.save(), true);
    const made = await eventually(
      front,
      (document) => document?.uri.path.endsWith(`/${email}.json`) ?? false,
    );
    assert.match(made?.getText() ?? '', /"created_at"/);
    await eventually(
      () => tabs().length,
      (count) => count === 1,
    );
    assert.equal(await identitiesOf(email), 1);
  });

  it('keeps the text of a new identity that the server refuses', async () => {
    await commands.executeCommand(
      'ory.openDocument',
      {
        connection: 'docs',
        kind: 'identities',
        id: 'new-2:default',
        isNew: true,
      },
      'New identity',
    );
    const draft = front();
    assert.ok(draft);
    await setText(draft, draft.getText().replace(/"email": "[^"]*"/, '"email": "no address"'));
    assert.equal(await draft.save(), false);
    assert.equal(draft.isDirty, true);
    const [mark] = languages.getDiagnostics(draft.uri).filter((each) => each.source === 'Ory');
    assert.equal(draft.getText(mark?.range), '"no address"');
    const email = newEmail();
    await replace(draft, 'no address', email);
    assert.equal(await draft.save(), true);
    await eventually(front, (document) => document?.uri.path.endsWith(`/${email}.json`) ?? false);
  });

  it('creates nothing by itself: an automatic save keeps a draft', async () => {
    await workspace.getConfiguration('files').update('autoSave', 'afterDelay', true);
    await commands.executeCommand(
      'ory.openDocument',
      {
        connection: 'docs',
        kind: 'identities',
        id: 'new-3:default',
        isNew: true,
      },
      'New identity',
    );
    const draft = front();
    assert.ok(draft);
    const email = newEmail();
    await setText(draft, draft.getText().replace(/"email": "[^"]*"/, `"email": "${email}"`));
    await eventually(
      () => draft.isDirty,
      (dirty) => !dirty,
    );
    assert.equal(await identitiesOf(email), 0);
    await commands.executeCommand('workbench.action.files.save');
    await eventually(front, (document) => document?.uri.path.endsWith(`/${email}.json`) ?? false);
    assert.equal(await identitiesOf(email), 1);
  });

  it('forgets a draft, and with it a password, when its tab is closed', async () => {
    await workspace.getConfiguration('files').update('autoSave', 'afterDelay', true);
    const ref = { connection: 'docs', kind: 'identities', id: 'new-4:default', isNew: true };
    const opened = async () => {
      await commands.executeCommand('ory.openDocument', ref, 'New identity');
      const document = front();
      assert.ok(document);
      return document;
    };
    const draft = await opened();
    await replace(draft, '"traits": {', '"credentials": { "password": "correct horse" }, "traits": {');
    await eventually(
      () => draft.isDirty,
      (dirty) => !dirty,
    );
    await commands.executeCommand('workbench.action.files.revert');
    assert.ok((await opened()).getText().includes('correct horse'));
    await closeAll();
    const text = Buffer.from(await workspace.fs.readFile(draft.uri)).toString();
    assert.ok(!text.includes('correct horse'));
    assert.match(text, /"schema_id": "default"/);
  });

  it('edits a client by the least that changes', async () => {
    const { json } = await direct('hydra-admin', 'POST', '/admin/clients', {
      client_name: 'Docs shop',
      grant_types: ['client_credentials'],
      metadata: { kept: 9, list: [1] },
    });
    const id = json.client_id as string;
    const document = await open('clients', id, 'Docs shop');
    await replace(document, '"client_name": "Docs shop"', '"client_name": "Docs market"');
    assert.equal(await document.save(), true);
    const now = (await direct('hydra-admin', 'GET', `/admin/clients/${id}`)).json;
    assert.equal(now.client_name, 'Docs market');
    assert.deepEqual(now.metadata, { kept: 9, list: [1] });
    await setText(document, document.getText().replace(/"client_id": "[^"]*"/, '"client_id": "another"'));
    assert.equal(await document.save(), false);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('marks what Hydra refuses at the member that it names', async () => {
    const { json } = await direct('hydra-admin', 'POST', '/admin/clients', { client_name: 'Docs fragment' });
    const document = await open('clients', json.client_id as string, 'Docs fragment');
    await setText(
      document,
      document.getText().replace(/"redirect_uris": \[\]/, '"redirect_uris": ["https://a.example/#x"]'),
    );
    assert.equal(await document.save(), false);
    const marks = () => languages.getDiagnostics(document.uri).filter((each) => each.source === 'Ory');
    assert.deepEqual(
      marks().map((mark) => document.getText(mark.range)),
      ['"https://a.example/#x"'],
    );
    // What is not known beforehand the server says.
    await setText(document, document.getText().replace('"https://a.example/#x"', '"not an address"'));
    assert.equal(await document.save(), false);
    const [mark] = marks();
    assert.match(document.getText(mark?.range), /redirect_uris/);
  });

  it('masks private keys, and keeps them through a save that moves and removes keys', async () => {
    const set = newEmail().replace('@example.com', '');
    for (const kid of ['one', 'two', 'three']) {
      await direct('hydra-admin', 'POST', `/admin/keys/${set}`, { alg: 'ES256', use: 'sig', kid });
    }
    const keys = async () =>
      (await direct('hydra-admin', 'GET', `/admin/keys/${set}`)).json.keys as { kid: string; d: string }[];
    const before = await keys();
    const document = await open('keys', set, set);
    assert.ok(document.getText().includes(MASK));
    for (const { d } of before) assert.ok(!document.getText().includes(d));
    const shown = JSON.parse(document.getText()) as { keys: { kid: string; use: string }[] };
    const [first, , third] = shown.keys;
    await setText(document, JSON.stringify({ keys: [{ ...third, use: 'enc' }, first] }, null, 2));
    assert.equal(await document.save(), true);
    const after = await keys();
    assert.deepEqual(new Set(after.map((key) => key.kid)), new Set([before[0]?.kid, before[2]?.kid]));
    for (const key of after) assert.equal(key.d, before.find((old) => old.kid === key.kid)?.d);
  });

  it('refuses an edited mask', async () => {
    const set = newEmail().replace('@example.com', '');
    await direct('hydra-admin', 'POST', `/admin/keys/${set}`, { alg: 'ES256', use: 'sig', kid: 'one' });
    const before = (await direct('hydra-admin', 'GET', `/admin/keys/${set}`)).text;
    const document = await open('keys', set, set);
    await replace(document, MASK, 'my own');
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    const [mark] = languages.getDiagnostics(document.uri).filter((each) => each.source === 'Ory');
    assert.equal(document.getText(mark?.range), '"my own"');
    assert.equal((await direct('hydra-admin', 'GET', `/admin/keys/${set}`)).text, before);
  });

  it('opens documents of a read-only connection and of read-only kinds for reading only', async () => {
    const { id, email } = await newIdentity();
    const closed = await open('identities', id, email, 'docs-closed');
    assert.equal((await workspace.fs.stat(closed.uri)).permissions, FilePermission.Readonly);
    const schema = await open('schemas', 'default', 'default');
    assert.equal((await workspace.fs.stat(schema.uri)).permissions, FilePermission.Readonly);
    await assert.rejects(Promise.resolve(workspace.fs.writeFile(closed.uri, Buffer.from('{}'))));
    assert.equal((await direct('kratos-admin', 'GET', `/admin/identities/${id}`)).status, 200);
  });

  it('deletes, renames and makes nothing through the file system', async () => {
    const { id, email } = await newIdentity();
    const { uri } = await open('identities', id, email);
    await assert.rejects(Promise.resolve(workspace.fs.delete(uri)));
    await assert.rejects(Promise.resolve(workspace.fs.rename(uri, uri.with({ path: `${uri.path}x` }))));
    await assert.rejects(
      Promise.resolve(workspace.fs.createDirectory(Uri.parse('ory://docs/identities/x/y/z'))),
    );
    assert.equal((await direct('kratos-admin', 'GET', `/admin/identities/${id}`)).status, 200);
  });

  it('merges a write past the editor with what changed since it was read, or refuses it', async () => {
    const { id, email } = await newIdentity();
    const { uri } = await open('identities', id, email);
    await closeAll();
    const text = Buffer.from(await workspace.fs.readFile(uri)).toString();
    await direct('kratos-admin', 'PATCH', `/admin/identities/${id}`, [
      { op: 'replace', path: '/metadata_public', value: { by: 'a script' } },
    ]);
    const other = text.replace('"metadata_public": null', '"metadata_public": { "by": "me" }');
    await assert.rejects(Promise.resolve(workspace.fs.writeFile(uri, Buffer.from(other))));
    await workspace.fs.writeFile(uri, Buffer.from(text.replace('"active"', '"inactive"')));
    const { json } = await direct('kratos-admin', 'GET', `/admin/identities/${id}`);
    assert.equal(json.state, 'inactive');
    assert.deepEqual(json.metadata_public, { by: 'a script' });
  });
});
