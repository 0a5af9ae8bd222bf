// What others do with documents while a person edits them: assistants, other extensions, other administrators.
import assert from 'node:assert/strict';
import { commands, type TextDocument, type Uri, window, workspace } from 'vscode';
import {
  changedBy,
  eventually,
  newIdentity,
  open,
  readIdentity,
  replace,
  useDocuments,
} from './documents-support.ts';

const state = async (id: string) => {
  const json = await readIdentity(id);
  return { state: json.state, by: (json.metadata_public as { by?: string } | null)?.by };
};

const read = async (uri: Uri) => Buffer.from(await workspace.fs.readFile(uri)).toString();
const write = (uri: Uri, text: string) => Promise.resolve(workspace.fs.writeFile(uri, Buffer.from(text)));

/** An identity in an editor, switched off there by me and not saved yet. */
async function dirty(): Promise<{ id: string; document: TextDocument }> {
  const { id, email } = await newIdentity();
  const document = await open('identities', id, email);
  await replace(document, '"state": "active"', '"state": "inactive"');
  await replace(document, '"metadata_public": null', '"metadata_public": { "by": "me" }');
  return { id, document };
}

/** The editor's own comparison of a document with the server's copy, as its Compare opens it. */
async function compare({ uri }: TextDocument): Promise<void> {
  const query = JSON.stringify({ scheme: uri.scheme, query: uri.query });
  await commands.executeCommand('vscode.diff', uri.with({ scheme: 'conflictResolution', query }), uri);
  await eventually(
    () => workspace.textDocuments.some((document) => document.uri.scheme === 'conflictResolution'),
    Boolean,
  );
}

/** The editor's own Overwrite. */
const overwrite = ({ uri }: TextDocument) =>
  Promise.resolve(commands.executeCommand('workbench.files.action.acceptLocalChanges', uri));

describe('a document that others read and write', () => {
  useDocuments();

  it('keeps another’s change from a person whose assistant failed to write', async () => {
    const { id, document } = await dirty();
    await changedBy(id, 'a script');
    const text = await read(document.uri);
    await assert.rejects(write(document.uri, text.replace('"traits": {', '"traits": { "unheard_of": 1,')));
    assert.equal(await document.save(), false);
    assert.deepEqual(await state(id), { state: 'active', by: 'a script' });
  });

  it('is a conflict for a person whose assistant wrote meanwhile', async () => {
    const { id, document } = await dirty();
    const text = await read(document.uri);
    await write(
      document.uri,
      text.replace('"metadata_public": null', '"metadata_public": { "by": "an assistant" }'),
    );
    assert.deepEqual(await state(id), { state: 'active', by: 'an assistant' });
    assert.equal(await document.save(), false);
    assert.deepEqual(await state(id), { state: 'active', by: 'an assistant' });
  });

  it('takes no assistant’s write for the person’s answer to a conflict', async () => {
    const { id, document } = await dirty();
    await changedBy(id, 'a script');
    assert.equal(await document.save(), false);
    const text = await read(document.uri);
    await write(document.uri, text.replace('a script', 'an assistant'));
    assert.deepEqual(await state(id), { state: 'active', by: 'an assistant' });
    await overwrite(document);
    assert.deepEqual(await state(id), { state: 'active', by: 'an assistant' });
  });

  it('shows what an assistant wrote in an editor without changes, and saves on top of it', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    const text = await read(document.uri);
    await write(
      document.uri,
      text.replace('"metadata_public": null', '"metadata_public": { "by": "an assistant" }'),
    );
    await eventually(
      () => document.getText(),
      (shown) => shown.includes('an assistant'),
    );
    await replace(document, '"state": "active"', '"state": "inactive"');
    assert.equal(await document.save(), true);
    assert.deepEqual(await state(id), { state: 'inactive', by: 'an assistant' });
  });

  it('overwrites the version that was compared', async () => {
    const { id, document } = await dirty();
    await changedBy(id, 'a script');
    assert.equal(await document.save(), false);
    await changedBy(id, 'another script');
    await compare(document);
    await overwrite(document);
    await eventually(
      () => document.isDirty,
      (isDirty) => !isDirty,
    );
    assert.deepEqual(await state(id), { state: 'inactive', by: 'me' });
  });

  it('overwrites no version that only another extension has read', async () => {
    const { id, document } = await dirty();
    await changedBy(id, 'a script');
    assert.equal(await document.save(), false);
    await compare(document);
    await changedBy(id, 'another script');
    await read(document.uri);
    await overwrite(document);
    assert.deepEqual(await state(id), { state: 'active', by: 'another script' });
    await window.showTextDocument(document);
    assert.equal(document.isDirty, true);
  });

  it('keeps its tab when the address that names it has changed', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    for (const now of [`a-${email}`, `b-${email}`]) {
      const [told = ''] = /"email": "[^"]*"/.exec(document.getText()) ?? [];
      await replace(document, told, `"email": "${now}"`);
      assert.equal(await document.save(), true);
      assert.deepEqual((await readIdentity(id)).traits, { email: now });
    }
    const again = await open('identities', id, `b-${email}`);
    assert.equal(again, document);
    assert.equal(window.tabGroups.all.flatMap((group) => group.tabs).length, 1);
  });
});
