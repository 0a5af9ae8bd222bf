// Documents of megabytes: they open, are marked and saved as small ones are.
import assert from 'node:assert/strict';
import { commands, languages, Range, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import { direct, eventually, newIdentity, open, useDocuments } from './documents-support.ts';

const FIRST = 9_007_199_254_740_993n;

/** An identity beside which a script keeps so many entries; each has some 180 characters in its document. */
const withLog = (length: number) => (email: string) => {
  const entries = Array.from(
    { length },
    (_, at) =>
      `{"at":${at},"big":${FIRST + BigInt(at)},"what":"signed in from the office at home","tags":["a","b"]}`,
  );
  return `{"schema_id":"default","traits":{"email":"${email}"},"metadata_admin":{"log":[${entries.join(',')}]}}`;
};

const PATIENT = 90_000;

/** As a person types it: of a large text, only this is changed. */
async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `${from} is there`);
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(at), document.positionAt(at + from.length));
  edit.replace(document.uri, range, to);
  assert.ok(await workspace.applyEdit(edit));
}

describe('documents of megabytes', function () {
  useDocuments();

  const marks = (document: TextDocument, holds: (texts: readonly string[]) => boolean) =>
    eventually(
      () => languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range)),
      holds,
      PATIENT,
    );

  it('are opened, marked and saved: five of JSON', async () => {
    const entries = 28_000;
    const { id, email } = await newIdentity(withLog(entries));
    const document = await open('identities', id, email);
    assert.ok(document.getText().length > 5_000_000, `${document.getText().length} characters`);
    await replace(document, '"state": "active"', '"state": "asleep"');
    await marks(document, (texts) => texts.includes('"asleep"'));
    await replace(document, '"state": "asleep"', '"state": "inactive"');
    await marks(document, (texts) => texts.length === 0);
    assert.equal(await document.save(), true);
    const { text, json } = await direct('kratos-admin', 'GET', `/admin/identities/${id}`);
    assert.equal(json.state, 'inactive');
    assert.ok(text.includes(String(FIRST + BigInt(entries - 1))), 'every digit is there');
  });

  it('are opened, marked and saved: one of YAML', async () => {
    const entries = 9_000;
    const { id, email } = await newIdentity(withLog(entries));
    await commands.executeCommand('ory.openAsYaml', (await open('identities', id, email)).uri);
    const document = await eventually(
      () => window.activeTextEditor?.document,
      (front) => front?.languageId === 'yaml',
      PATIENT,
    );
    assert.ok(document && document.getText().length > 1_000_000, `${document?.getText().length} characters`);
    await replace(document, 'state: active', 'state: asleep # until May');
    await marks(document, (texts) => texts.includes('asleep'));
    await replace(document, 'state: asleep', 'state: inactive');
    await marks(document, (texts) => texts.length === 0);
    assert.equal(await document.save(), true);
    const { text, json } = await direct('kratos-admin', 'GET', `/admin/identities/${id}`);
    assert.equal(json.state, 'inactive');
    assert.ok(text.includes(String(FIRST + BigInt(entries - 1))), 'every digit is there');
    assert.match(document.getText(), /state: inactive # until May/);
  });
});
