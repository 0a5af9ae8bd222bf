// What becomes of documents when their connection is switched, edited or removed, and when editors save by themselves.
import assert from 'node:assert/strict';
import { commands, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import { startSandbox, type Sandbox } from '../../src/sandbox/start.ts';
import {
  changedBy,
  closeAll,
  eventually,
  newIdentity,
  open,
  pathOf,
  readIdentity,
  replace,
  setAutoSave,
  setConnections,
  useConnections,
  useDocuments,
} from './documents-support.ts';

const stateOf = async (id: string) => (await readIdentity(id)).state;
const ourMarks = (uri: Uri) => languages.getDiagnostics(uri).filter((mark) => mark.source === 'Ory');
const settled = (document: TextDocument) =>
  eventually(
    () => document.isDirty,
    (isDirty) => !isDirty,
  );

type Entry = Record<string, unknown> & { readonly id: string };
const entries = () => workspace.getConfiguration('ory').get<Entry[]>('connections', []);

/** An identity in an editor, switched off there and not saved yet. */
async function dirty(connection?: string): Promise<{ id: string; document: TextDocument }> {
  const { id, email } = await newIdentity();
  const document = await open('identities', id, email, connection);
  await replace(document, '"state": "active"', '"state": "inactive"');
  return { id, document };
}

describe('a document whose connection changes', () => {
  let other: Sandbox | undefined;

  useDocuments();
  before(async () => {
    other = await startSandbox({ ports: { 'kratos-admin': 0 }, identities: 1, clients: 1, seed: 3 });
  });
  after(() => other?.close());

  /** Lets the connection lead to another server, as someone does who edits its address in the settings. */
  const leadTo = (address: string | undefined) =>
    setConnections(
      entries().map((entry) => (entry.id === 'docs-gone' ? { ...entry, kratosAdmin: address } : entry)),
    );

  it('is saved to its own connection, whichever is the active one', async () => {
    await commands.executeCommand('ory.activateConnection', 'docs');
    const { id, document } = await dirty();
    await commands.executeCommand('ory.activateConnection', 'docs-deaf');
    assert.equal(await document.save(), true);
    assert.equal(await stateOf(id), 'inactive');
    await commands.executeCommand('ory.activateConnection', 'docs');
  });

  it('keeps its text while the connection is gone: it can be saved as a file, and to the server later', async () => {
    const { id, document } = await dirty('docs-gone');
    const all = entries();
    await setConnections(all.filter((entry) => entry.id !== 'docs-gone'));
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = Uri.joinPath(folder.uri, 'kept.json');
    await workspace.fs.writeFile(file, Buffer.from(document.getText()));
    await setConnections(all);
    assert.equal(await document.save(), true);
    assert.equal(await stateOf(id), 'inactive');
    await workspace.fs.delete(file);
  });

  it('says that another server does not have it, and is saved when the address is right again', async () => {
    const { id, document } = await dirty('docs-gone');
    const right = entries().find((entry) => entry.id === 'docs-gone')?.kratosAdmin as string;
    await leadTo(other?.addresses['kratos-admin']);
    assert.equal(await document.save(), false);
    assert.ok(document.getText().includes('"inactive"'));
    await leadTo(right);
    assert.equal(await document.save(), true);
    assert.equal(await stateOf(id), 'inactive');
  });

  it('is written over no other server’s version that nobody has seen', async () => {
    const elsewhere = other?.addresses['kratos-admin'] ?? '';
    const all = (await (await fetch(`${elsewhere}/admin/identities`)).json()) as {
      id: string;
      metadata_public?: unknown;
    }[];
    const { id } = all[0]!;
    const right = entries().find((entry) => entry.id === 'docs-gone')?.kratosAdmin as string;
    await leadTo(elsewhere);
    const document = await open('identities', id, 'elsewhere', 'docs-gone');
    const twin = await startSandbox({
      ports: { 'kratos-admin': 0 },
      identities: 1,
      clients: 1,
      seed: 3,
    });
    try {
      const there = `${twin.addresses['kratos-admin'] ?? ''}${pathOf(id)}`;
      await fetch(there, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: '[{"op":"add","path":"/metadata_public","value":{"by":"the other server"}}]',
      });
      const state = /"state": "(\w+)"/.exec(document.getText())?.[1] ?? '';
      await replace(
        document,
        `"state": "${state}"`,
        `"state": "${state === 'active' ? 'inactive' : 'active'}"`,
      );
      await leadTo(twin.addresses['kratos-admin']);
      assert.equal(await document.save(), false);
      assert.match(ourMarks(document.uri)[0]?.message ?? '', /not known what this text derives from/);
      const now = (await (await fetch(there)).json()) as { state: string };
      assert.equal(now.state, state);
      assert.equal(document.isDirty, true);
    } finally {
      await closeAll();
      await leadTo(right);
      await twin.close();
    }
  });
});

describe('documents that are saved by the editor', () => {
  before(useConnections);
  beforeEach(() => setAutoSave('off'));
  afterEach(closeAll);
  after(async () => {
    await setConnections(undefined);
    await setAutoSave(undefined);
  });

  it('are all saved by Save All but the one that conflicts, which stays as it is', async () => {
    const all = [await dirty(), await dirty(), await dirty()];
    const [first, second, third] = all;
    await replace(second!.document, '"metadata_public": null', '"metadata_public": { "by": "me" }');
    await changedBy(second!.id, 'a script');
    await commands.executeCommand('workbench.action.files.saveAll');
    await settled(first!.document);
    await settled(third!.document);
    assert.deepEqual(await Promise.all(all.map(({ id }) => stateOf(id))), ['inactive', 'active', 'inactive']);
    assert.equal(second!.document.isDirty, true);
    assert.match(ourMarks(second!.document.uri)[0]?.message ?? '', /has changed this, too.*a script/);
  });

  it('are saved after a while; what conflicts is left to a person', async () => {
    await workspace.getConfiguration('files').update('autoSave', 'afterDelay', true);
    const quiet = await dirty();
    await settled(quiet.document);
    assert.equal(await stateOf(quiet.id), 'inactive');
    await setAutoSave('off');
    const { id, document } = await dirty();
    await replace(document, '"metadata_public": null', '"metadata_public": { "by": "me" }');
    await changedBy(id, 'a script');
    await workspace.getConfiguration('files').update('autoSave', 'afterDelay', true);
    await replace(document, '"by": "me"', '"by": "me, still"');
    await eventually(
      () => ourMarks(document.uri).length,
      (marks) => marks === 1,
    );
    assert.equal(document.isDirty, true);
    assert.deepEqual((await readIdentity(id)).metadata_public, {
      by: 'a script',
    });
  });

  it('are saved when another editor comes to the front', async () => {
    await workspace.getConfiguration('files').update('autoSave', 'onFocusChange', true);
    const { id, document } = await dirty();
    await window.showTextDocument(await workspace.openTextDocument({ content: 'another' }));
    await settled(document);
    assert.equal(await stateOf(id), 'inactive');
  });
});
