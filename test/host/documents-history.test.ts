// What was saved before: kept, listed, compared, put back; and the comparison after a conflict.
import assert from 'node:assert/strict';
import { commands, languages, TabInputTextDiff, type TextDocument, window, workspace } from 'vscode';
import {
  changedBy,
  eventually,
  newIdentity,
  open,
  readIdentity,
  replace,
  useDocuments,
} from './documents-support.ts';

const stateOf = async (id: string) => (await readIdentity(id)).state;
const frontDiff = () => {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputTextDiff ? input : undefined;
};
const textOf = async (scheme: string) =>
  (await eventually(
    () => workspace.textDocuments.find((document) => document.uri.scheme === scheme),
    Boolean,
  ))!.getText();

/** Saves an identity that was switched off, and waits until its editor shows what the server made of it. */
async function switchedOff(connection?: string): Promise<{ id: string; document: TextDocument }> {
  const { id, email } = await newIdentity();
  const document = await open('identities', id, email, connection);
  await replace(document, '"state": "active"', '"state": "inactive"');
  assert.equal(await document.save(), true);
  const json = await readIdentity(id);
  await eventually(
    () => document.getText(),
    (text) => text.includes(String(json.updated_at)),
  );
  return { id, document };
}

describe('the history of a document', () => {
  useDocuments();

  it('lists what was saved, compares it with now, and puts it back by a save', async function () {
    const { id, document } = await switchedOff();
    await commands.executeCommand('ory.showHistory', document.uri);
    // The newest is what the save made; the one before it is what it was made of.
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const diff = await eventually(frontDiff, (input) => input?.original.scheme === 'ory-history');
    assert.equal(diff?.modified.toString(), document.uri.toString());
    assert.match(
      window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      /before a save ↔ now on Docs sandbox/,
    );
    assert.match(await textOf('ory-history'), /"state": "active"/);
    assert.equal(await stateOf(id), 'inactive');
    await commands.executeCommand('ory.restoreVersion');
    assert.ok(document.isDirty);
    assert.match(document.getText(), /"state": "active"/);
    assert.equal(await document.save(), true);
    assert.equal(await stateOf(id), 'active');
  });

  it('holds what a command changed, which is put back like a save', async function () {
    const { id, email } = await newIdentity();
    const ref = { connection: 'docs', kind: 'identities', id };
    await commands.executeCommand('ory.deactivateIdentity', { ref, name: email });
    assert.equal(await stateOf(id), 'inactive');
    await commands.executeCommand('ory.showHistory', ref, email);
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await eventually(frontDiff, (input) => input?.original.scheme === 'ory-history');
    assert.match(await textOf('ory-history'), /"state": "active"/);
    await commands.executeCommand('ory.restoreVersion');
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(await document.save(), true);
    assert.equal(await stateOf(id), 'active');
  });

  it('tells why a version can’t be put back into a text that can’t be read, and leaves the text alone', async function () {
    const { document } = await switchedOff();
    await commands.executeCommand('ory.showHistory', document.uri);
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await eventually(frontDiff, (input) => input?.original.scheme === 'ory-history');
    await replace(document, '"state": "inactive",', '"state": "inactive"');
    const broken = document.getText();
    const real = window.showErrorMessage;
    const told: string[] = [];
    window.showErrorMessage = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
    try {
      await commands.executeCommand('ory.restoreVersion');
    } finally {
      window.showErrorMessage = real;
    }
    assert.equal(told.length, 1, told.join());
    assert.match(told[0] ?? '', /^Couldn’t put back .* before a save: The document is no valid JSON: /);
    assert.equal(document.getText(), broken);
  });

  it('is not kept of a production connection unless it is asked for', async function () {
    const { document } = await switchedOff('docs-live');
    await commands.executeCommand('ory.showHistory', document.uri);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(frontDiff(), undefined);
    await workspace.getConfiguration('ory.history').update('production', true, true);
    try {
      const kept = await switchedOff('docs-live');
      await commands.executeCommand('ory.showHistory', kept.document.uri);
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await eventually(frontDiff, (input) => input?.original.scheme === 'ory-history');
    } finally {
      await workspace.getConfiguration('ory.history').update('production', undefined, true);
    }
  });
});

describe('a conflict', () => {
  useDocuments();

  it('is marked where both changed the same, and compared with both sides named', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, '"metadata_public": null', '"metadata_public": { "by": "me", "n": 1 }');
    await changedBy(id, 'a script');
    assert.equal(await document.save(), false);
    const [mark] = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Ory');
    assert.equal(document.getText(mark?.range), '"me"');
    assert.match(mark?.message ?? '', /Docs sandbox has changed this, too.*"a script"/);
    await commands.executeCommand('ory.compareWithServer', document.uri);
    assert.equal(frontDiff()?.original.scheme, 'ory-server');
    assert.equal(
      window.tabGroups.activeTabGroup.activeTab?.label,
      `${email}: on Docs sandbox now ↔ your text`,
    );
    assert.match(await textOf('ory-server'), /a script/);
    await commands.executeCommand('workbench.files.action.acceptLocalChanges', document.uri);
    await eventually(
      () => document.isDirty,
      (isDirty) => !isDirty,
    );
    assert.deepEqual((await readIdentity(id)).metadata_public, {
      by: 'me',
      n: 1,
    });
  });
});
