// For how long the extension host does nothing else while a document is opened, typed in and saved. The figures are
// printed; `npm run bench -- large-document` has them for documents of megabytes.
import assert from 'node:assert/strict';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as later } from 'node:timers/promises';
import { commands, Range, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import { direct, eventually, newIdentity, open, useDocuments } from './documents-support.ts';

/** Megabytes of the documents; ordinary runs only see that everything works. */
const SIZES = process.env.ORY_BENCH_MEGABYTES?.split(',').map(Number) ?? [0.1];
const ENTRY_CHARACTERS = 190;

const withLog = (length: number) => (email: string) => {
  const entries = Array.from(
    { length },
    (_, at) =>
      `{"at":${at},"what":"signed in from the office at home, as on every day","tags":["a","b"],"ok":true}`,
  );
  return `{"schema_id":"default","traits":{"email":"${email}"},"metadata_admin":{"log":[${entries.join(',')}]}}`;
};

/** The longest pause (ms) of the host while something is done, and shortly after. */
async function pauseOf(work: () => Promise<unknown>): Promise<number> {
  const delays: IntervalHistogram = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  await later(20);
  delays.reset();
  await work();
  // What follows a change waits for a moment without one.
  await later(1500);
  delays.disable();
  return delays.max / 1e6;
}

/** Types something in place of something else, as a person does. */
async function type(document: TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `${from} is there`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  assert.ok(await workspace.applyEdit(edit));
}

describe('pauses of the extension host', function () {
  this.timeout(240_000);
  useDocuments();

  const print = (stage: string, size: number, form: string, ms: number) =>
    console.log(`${process.env.HOST_TEST_TAG ?? ''}pause ${form} ${size} MB ${stage}: ${Math.round(ms)} ms`);

  for (const size of SIZES) {
    for (const form of ['json', 'yaml'] as const) {
      it(`are measured: ${size} MB of ${form.toUpperCase()}`, async () => {
        const { id, email } = await newIdentity(withLog(Math.ceil((size * 1_000_000) / ENTRY_CHARACTERS)));
        let document: TextDocument | undefined;
        const opening = await pauseOf(async () => {
          document = await open('identities', id, email);
          if (form === 'json') return;
          await commands.executeCommand('ory.openAsYaml', document.uri);
          document = await eventually(
            () => window.activeTextEditor?.document,
            (front) => front?.languageId === 'yaml',
            90_000,
          );
        });
        print('open', size, form, opening);
        assert.ok(document);
        const shown = document;
        const [from, to] =
          form === 'json'
            ? ['"state": "active"', '"state": "inactive"']
            : ['state: active', 'state: inactive'];
        print('type', size, form, await pauseOf(() => type(shown, from, to)));
        print('save', size, form, await pauseOf(async () => assert.equal(await shown.save(), true)));
        assert.equal((await direct('kratos-admin', 'GET', `/admin/identities/${id}`)).json.state, 'inactive');
      });
    }
  }

  it('are no longer where a text looks like a token at each place than where it does not', async () => {
    const pauses: number[] = [];
    for (const piece of ['abc-', 'eyJ-']) {
      const { id, email } = await newIdentity(
        (address) =>
          `{"schema_id":"default","traits":{"email":"${address}"},"metadata_public":{"text":"${piece.repeat(25_000)}"}}`,
      );
      const document = await open('identities', id, email);
      pauses.push(await pauseOf(() => type(document, '"state": "active"', '"state":  "active"')));
      assert.equal(await document.save(), true);
    }
    const [plain = 0, tokens = 0] = pauses;
    assert.ok(tokens < 20 * Math.max(plain, 50), `${tokens} ms after ${plain} ms`);
  });
});
