import assert from 'node:assert/strict';
import { commands, languages, type Uri, window, workspace } from 'vscode';
import {
  changedBy,
  direct,
  eventually,
  newIdentity,
  open,
  pathOf,
  readIdentity,
  replace,
  setConnections,
  setText,
  useDocuments,
} from './documents-support.ts';

describe('saving an identity as a document', () => {
  useDocuments();

  it('opens under its readable name, in the order and with the digits of the server', async () => {
    const { id, email } = await newIdentity(
      (name) =>
        `{"schema_id":"default","traits":{"email":"${name}"},"metadata_admin":{"z":1,"10":2,"9":3,"big":9007199254740993}}`,
    );
    const document = await open('identities', id, email);
    assert.match(document.fileName, /\.json$/);
    assert.equal(document.languageId, 'json');
    assert.ok(document.uri.path.endsWith(`/${email}.json`));
    const { text } = await direct('kratos-admin', 'GET', pathOf(id));
    assert.equal(document.getText().replace(/\s/g, ''), text.replace(/\s/g, ''));
    assert.ok(document.getText().includes('9007199254740993'));
    assert.ok(document.getText().endsWith('}\n'));
    assert.equal(document.isDirty, false);
  });

  it('writes what was changed, keeps the rest, and shows what the server made of it', async () => {
    const { id, email } = await newIdentity(
      (name) =>
        `{"schema_id":"default","traits":{"email":"${name}"},"metadata_public":{"p":1},"metadata_admin":{"big":9007199254740993}}`,
    );
    const document = await open('identities', id, email);
    await replace(document, `"email": "${email}"`, `"email": "${email}", "name": { "first": "Ada" }`);
    assert.equal(await document.save(), true);
    const { json, text } = await direct('kratos-admin', 'GET', pathOf(id));
    assert.deepEqual(json.traits, { email, name: { first: 'Ada' } });
    assert.deepEqual(json.metadata_public, { p: 1 });
    assert.ok(text.includes('9007199254740993'));
    await eventually(
      () => document.getText(),
      (shown) => shown.includes(String(json.updated_at)),
    );
    assert.equal(document.isDirty, false);
  });

  it('saves a second and a third time without a conflict', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    for (const n of [1, 2, 3]) {
      // At once after the save before, when the editor may not show yet what the server made of it.
      const text = document
        .getText()
        .replace(/"metadata_public": (null|{[^}]*})/, `"metadata_public": { "n": ${n} }`);
      await setText(document, text);
      assert.equal(await document.save(), true, `save ${n}`);
      assert.deepEqual((await readIdentity(id)).metadata_public, { n });
    }
  });

  it('merges with a change made elsewhere in another place, and shows both', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, '"state": "active"', '"state": "inactive"');
    await changedBy(id, 'a script');
    assert.equal(await document.save(), true);
    const json = await readIdentity(id);
    assert.equal(json.state, 'inactive');
    assert.deepEqual(json.metadata_public, { by: 'a script' });
    await eventually(
      () => document.getText(),
      (text) => text.includes('a script') && text.includes('"inactive"'),
    );
    assert.equal(document.isDirty, false);
    await replace(document, '"inactive"', '"active"');
    assert.equal(await document.save(), true, 'the merged text is what the next save derives from');
  });

  it('refuses to save over a change made elsewhere in the same place, and keeps the editor dirty', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, '"metadata_public": null', '"metadata_public": { "by": "me", "n": 1 }');
    await changedBy(id, 'a script');
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    assert.deepEqual((await readIdentity(id)).metadata_public, {
      by: 'a script',
    });
  });

  it('takes the change of another where its own text did not change', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await direct('kratos-admin', 'PATCH', pathOf(id), [
      { op: 'replace', path: '/metadata_public', value: { n: 1 } },
    ]);
    await setText(document, `${document.getText()}\n`);
    assert.equal(await document.save(), true);
    await eventually(
      () => document.getText(),
      (text) => text.includes('"n": 1'),
    );
    assert.deepEqual((await readIdentity(id)).metadata_public, { n: 1 });
  });

  it('marks invalid JSON where it stands and sends nothing', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, '"state": "active"', '"state": active');
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    const [mark] = ourMarks(document.uri);
    assert.ok(mark);
    assert.ok(document.getText(mark.range).startsWith('active'), document.getText(mark.range));
  });

  it('marks a trait that the server refuses, and takes the mark away with the next edit', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, `"email": "${email}"`, `"email": "${email}", "name": { "first": 42 }`);
    assert.equal(await document.save(), false);
    const [mark] = ourMarks(document.uri);
    assert.equal(document.getText(mark?.range), '42');
    assert.match(mark?.message ?? '', /string/);
    await replace(document, '"first": 42', '"first": "Ada"');
    await eventually(
      () => ourMarks(document.uri).length,
      (marks) => marks === 0,
    );
    assert.equal(await document.save(), true);
  });

  it('saves what an undo brought back', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, '"state": "active"', '"state": "inactive"');
    assert.equal(await document.save(), true);
    const json = await readIdentity(id);
    await eventually(
      () => document.getText(),
      (text) => text.includes(String(json.updated_at)),
    );
    for (let undone = 0; undone < 5 && !document.getText().includes('"state": "active"'); undone++) {
      await commands.executeCommand('undo');
    }
    assert.equal(await document.save(), true);
    assert.equal((await readIdentity(id)).state, 'active');
  });

  it('refuses a change of what only the server sets', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await setText(
      document,
      document.getText().replace(/"created_at": "[^"]*"/, '"created_at": "2001-01-01T00:00:00Z"'),
    );
    assert.equal(await document.save(), false);
    assert.equal(document.getText(ourMarks(document.uri)[0]?.range), '"2001-01-01T00:00:00Z"');
  });

  it('keeps the text when the identity was deleted meanwhile', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, '"state": "active"', '"state": "inactive"');
    await direct('kratos-admin', 'DELETE', pathOf(id));
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    assert.ok(document.getText().includes('"inactive"'));
    assert.equal((await direct('kratos-admin', 'GET', pathOf(id))).status, 404);
  });

  it('opens one tab for one identity, whatever it is called now', async () => {
    const { id, email } = await newIdentity();
    await open('identities', id, email);
    const again = await open('identities', id, `renamed-${email}`);
    assert.ok(again.uri.path.endsWith(`/${email}.json`));
    assert.equal(window.tabGroups.all.flatMap((group) => group.tabs).length, 1);
  });

  it('refuses a name that stands twice, marks the second, and leaves the server as it was', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    const twice = '"state": "inactive",\n  "state": "active"';
    await replace(document, '"state": "active"', twice);
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    assert.ok(document.getText().includes(twice), document.getText());
    const [mark] = await eventually(
      () => ourMarks(document.uri),
      (marks) => marks.length > 0,
    );
    assert.equal(mark?.message, 'No valid JSON: "state" stands here twice.');
    assert.equal(document.offsetAt(mark.range.start), document.getText().lastIndexOf('"state"'));
    assert.equal((await readIdentity(id)).state, 'active');
    await replace(document, twice, '"state": "inactive"');
    assert.equal(await document.save(), true);
    assert.equal((await readIdentity(id)).state, 'inactive');
  });

  it('keeps the text when its connection was removed', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'docs-gone');
    const all = workspace.getConfiguration('ory').get<{ id: string }[]>('connections', []);
    await setConnections(all.filter((entry) => entry.id !== 'docs-gone'));
    await replace(document, '"state": "active"', '"state": "inactive"');
    assert.equal(await document.save(), false);
    assert.equal(document.isDirty, true);
    await setConnections(all);
    assert.equal(await document.save(), true);
    assert.equal((await readIdentity(id)).state, 'inactive');
  });
});

const ourMarks = (uri: Uri) => languages.getDiagnostics(uri).filter((mark) => mark.source === 'Ory');
