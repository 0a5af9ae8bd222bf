// For how long the extension host does nothing else while a document is opened, typed in and saved. The figures are
// printed, beside those of a file of the same size that is none of ours; `npm run bench -- large-document` has them for
// documents of megabytes, and fails where one is too long.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Range, type TextDocument, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import {
  direct,
  eventually,
  newIdentity,
  open,
  pathOf,
  readIdentity,
  useDocuments,
} from './documents-support.ts';
import { pauseOf } from './pauses-support.ts';

/** Megabytes of the documents; ordinary runs only see that everything works with those that the thread works on. */
const SIZES = process.env.ORY_BENCH_MEGABYTES?.split(',').map(Number) ?? [0.5];
const isBench = process.env.ORY_BENCH_MEGABYTES !== undefined;
/** Milliseconds of the longest pause that is allowed, or as many as a file takes; ordinary runs bound none. */
const ALLOWED = isBench ? Number(process.env.ORY_BENCH_PAUSE ?? 100) : Infinity;

/** What fills a document: so many characters of it, as JSON. */
const SHAPES: Readonly<Record<string, (characters: number) => string>> = {
  log: (characters) => {
    const entry = (at: number) =>
      `{"at":${at},"what":"signed in from the office at home, as on every day","tags":["a","b"],"ok":true}`;
    return `{"log":[${fill(characters, entry)}]}`;
  },
  members: (characters) => `{${fill(characters, (at) => `"member ${at}":"value ${at}"`)}}`,
  numbers: (characters) => `{"list":[${fill(characters, (at) => String(at % 1000))}]}`,
  texts: (characters) => {
    const text = JSON.stringify(
      'All work and no play, "as they say". '.repeat(Math.ceil(characters / 4 / 37)),
    );
    return `{"a":${text},"b":${text},"c":${text},"d":${text}}`;
  },
};

function fill(characters: number, entry: (at: number) => string): string {
  const entries: string[] = [];
  for (let at = 0, length = 0; length < characters; at++) {
    const one = entry(at);
    entries.push(one);
    length += one.length + 1;
  }
  return entries.join(',');
}

const identityWith = (filling: string) => (email: string) =>
  `{"schema_id":"default","traits":{"email":"${email}"},"metadata_public":{"note":"one"},"metadata_admin":${filling}}`;

/** Types something in place of something else, as a person does; where it stands is found before. */
function typing(document: TextDocument, from: string, to: string): () => Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `${from} is there`);
  const range = new Range(document.positionAt(at), document.positionAt(at + from.length));
  return async () => {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, range, to);
    assert.ok(await workspace.applyEdit(edit));
  };
}

/** Saves, and waits for the editor to show what the server made of it. */
async function saved(document: TextDocument, id: string): Promise<void> {
  assert.equal(await document.save(), true);
  const { updated_at: now } = await readIdentity(id);
  const isShown = () => !document.isDirty && document.getText().includes(String(now));
  await eventually(isShown, Boolean);
}

const patch = (id: string, path: string, value: unknown) =>
  direct('kratos-admin', 'PATCH', pathOf(id), [{ op: 'replace', path, value }]);

const say = (what: string, ms: number) =>
  console.log(`${process.env.HOST_TEST_TAG ?? ''}pause ${what}: ${Math.round(ms)} ms`);

describe('pauses of the extension host', function () {
  this.timeout(600_000);
  useDocuments();

  for (const size of SIZES) {
    for (const [shape, filling] of Object.entries(SHAPES).slice(0, isBench ? undefined : 1)) {
      /** What the editor itself needs, and others that come with it, for a file of the same content. */
      const peer = { open: 0, type: 0, save: 0 };
      const longest: string[] = [];
      const measure = async (form: string, stage: string, beside: number, work: () => Thenable<unknown>) => {
        const ms = await pauseOf(work);
        const what = `${form} ${size} MB of ${shape}, ${stage}`;
        say(what, ms);
        if (ms > Math.max(ALLOWED, beside)) longest.push(`${what}: ${Math.round(ms)} ms`);
      };
      /** Everything is measured before one that is too long fails. */
      const judge = () =>
        assert.deepEqual(longest.splice(0), [], `longer than ${ALLOWED} ms, and than a file`);
      const content = filling(size * 1_000_000);

      if (isBench) {
        it(`are measured with a file that is none of ours: ${size} MB of ${shape}`, async () => {
          const folder = mkdtempSync(join(tmpdir(), 'ory-pauses-'));
          try {
            const file = join(folder, 'document.json');
            const value = JSON.parse(identityWith(content)('ada@example.com')) as object;
            writeFileSync(file, JSON.stringify({ state: 'active', ...value }, null, 2));
            let document: TextDocument | undefined;
            const pause = async (stage: keyof typeof peer, work: () => Thenable<unknown>) => {
              peer[stage] = await pauseOf(work);
              say(`file ${size} MB of ${shape}, ${stage}`, peer[stage]);
            };
            await pause('open', async () => {
              document = await workspace.openTextDocument(Uri.file(file));
              await window.showTextDocument(document);
            });
            assert.ok(document);
            const shown = document;
            await pause('type', typing(shown, '"state": "active"', '"state": "inactive"'));
            await pause('save', async () => assert.equal(await shown.save(), true));
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        });
      }

      it(`are measured with JSON: ${size} MB of ${shape}`, async () => {
        const { id, email } = await newIdentity(identityWith(content));
        let opened: TextDocument | undefined;
        await measure('json', 'open', peer.open, async () => (opened = await open('identities', id, email)));
        assert.ok(opened);
        const document = opened;
        await measure(
          'json',
          'type',
          peer.type,
          typing(document, '"state": "active"', '"state": "inactive"'),
        );
        await measure('json', 'save', peer.save, () => saved(document, id));
        assert.equal((await readIdentity(id)).state, 'inactive');

        await patch(id, '/metadata_public/note', 'theirs');
        await typing(document, '"state": "inactive"', '"state": "active"')();
        await measure('json', 'save with a merge', peer.save, () => saved(document, id));
        assert.ok(document.getText().includes('"note": "theirs"'));
        const merged = await readIdentity(id);
        assert.deepEqual([merged.state, merged.metadata_public], ['active', { note: 'theirs' }]);

        await patch(id, '/metadata_public/note', 'theirs again');
        await typing(document, '"note": "theirs"', '"note": "mine"')();
        await measure('json', 'save with a conflict', peer.save, async () =>
          assert.equal(await document.save(), false),
        );
        assert.deepEqual((await readIdentity(id)).metadata_public, { note: 'theirs again' });
        await measure('json', 'compare', peer.open, () =>
          commands.executeCommand('ory.compareWithServer', document.uri),
        );
        judge();
      });

      it(`are measured with YAML: ${size} MB of ${shape}`, async () => {
        const { id, email } = await newIdentity(identityWith(content));
        const json = await open('identities', id, email);
        let opened: TextDocument | undefined;
        await measure('yaml', 'open', peer.open, async () => {
          await commands.executeCommand('ory.openAsYaml', json.uri);
          opened = await eventually(
            () => window.activeTextEditor?.document,
            (front) => front?.languageId === 'yaml',
          );
        });
        assert.ok(opened);
        const document = opened;
        await measure('yaml', 'type', peer.type, typing(document, 'state: active', 'state: inactive'));
        await measure('yaml', 'save', peer.save, () => saved(document, id));
        assert.equal((await readIdentity(id)).state, 'inactive');
        judge();
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
      pauses.push(await pauseOf(typing(document, '"state": "active"', '"state":  "active"')));
      assert.equal(await document.save(), true);
    }
    const [plain = 0, tokens = 0] = pauses;
    assert.ok(tokens < 20 * Math.max(plain, 50), `${tokens} ms after ${plain} ms`);
  });
});
