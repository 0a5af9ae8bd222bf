// What works on large documents in a thread of its own: it comes to what would come of it here, whatever becomes of it.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { OryClient } from '../../../src/ory/client.ts';
import { OryError } from '../../../src/ory/errors.ts';
import { type JsonNode, JsonSyntaxError, parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { UnreadJson } from '../../../src/ory/json/unread.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { DocumentError } from '../../../src/saving/document-error.ts';
import type { Asked, JobName } from '../../../src/saving/work/jobs.ts';
import { here, type Work } from '../../../src/saving/work/work.ts';
import { WorkThread } from '../../../src/saving/work/work-thread.ts';
import { changed, identity } from './work/documents.ts';

const SCRIPT = resolve('dist', 'work-worker.js');
const kind = identityKind;
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);

/** What a job came to, comparable: trees as their texts, errors by what they say. */
async function outcome<J extends JobName>(work: Work, name: J, asked: Asked<J>): Promise<unknown> {
  try {
    return plain(await work.run(name, asked));
  } catch (error) {
    const { message, pointer, offset, length } = error as Error & Record<string, unknown>;
    return { class: (error as object).constructor.name, message, pointer, offset, length };
  }
}

const isTree = (value: object): value is JsonNode =>
  'kind' in value && ('members' in value || 'items' in value);

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isTree(value)) return printJson(value);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

/** All that is done with a document from its opening to its save, one after the other. */
async function* everything(work: Work, seed: number): AsyncGenerator<readonly [string, unknown]> {
  const opened = identity(seed);
  const server = await work.run('version', { kind, text: printJson(opened) });
  const fresh = await work.run('version', { kind, text: printJson(changed(opened, seed * 7)) });
  yield ['version', plain([server, fresh])];
  yield ['name', await outcome(work, 'name', { kind, tree: server.masked, id: 'x' })];
  const ending = seed % 3 === 0 ? ('.yaml' as const) : ('.json' as const);
  const shown = await work.run('print', { ending, tree: server.masked });
  yield ['print', shown];
  const mine = changed(await work.run('edited', { ending, text: shown }), seed * 13);
  const text = await here.run('print', { ending, tree: mine, over: shown });
  const edited = await work.run('edited', { ending, text });
  yield ['edited', plain(edited)];
  yield ['print over', await outcome(work, 'print', { ending, tree: fresh.masked, over: text })];
  const base = { server, shown: server.masked };
  const sides = { kind, base, edited, fresh };
  yield ['judge', await outcome(work, 'judge', sides)];
  yield ['judge without a base', await outcome(work, 'judge', { ...sides, base: undefined })];
  yield ['overwrite', await outcome(work, 'overwrite', sides)];
  yield ['undecided', await outcome(work, 'undecided', { ...sides, known: { version: server, marked: [] } })];
  yield ['same', await outcome(work, 'same', { kind, one: server.masked, other: fresh.masked })];
  yield ['equal', await outcome(work, 'equal', { one: edited, other: fresh.masked })];
  yield ['fingerprint', await outcome(work, 'fingerprint', { kind, version: fresh })];
  yield ['typed', await outcome(work, 'typed', { kind, tree: edited })];
  yield [
    'marks',
    await outcome(work, 'marks', { kind, ending, text: text.replace(MASK, 'a readable secret') }),
  ];
  yield ['hidden', await outcome(work, 'hidden', { tree: edited, learned: ['ada@example.com'] })];
  const kept = { server: printJson(server.masked), shown: printJson(edited), fresh };
  yield ['filled', await outcome(work, 'filled', { kind, ...kept })];
  const plan = { target: edited, changes: [{ op: 'replace', path: ['state'] } as const] };
  yield ['kept', await outcome(work, 'kept', { kind, plan, after: fresh })];
  const places = [['state'], ['metadata_admin', 'filling']];
  yield [
    'adjusted',
    await outcome(work, 'adjusted', { kind, sent: edited, after: fresh, places, where: 'A' }),
  ];
  const conflict = {
    verdict: 'conflict',
    hasBase: true,
    overlaps: [{ path: ['state'], there: ['state'] }],
  } as const;
  yield [
    'conflict',
    await outcome(work, 'conflict', { ending, text, conflict, theirs: fresh.masked, where: 'A' }),
  ];
  const error = new OryError('refused', 'no', { status: 400, reason: 'The field traits.email is wrong.' });
  yield ['complaints', await outcome(work, 'complaints', { ending, text, error })];
  yield ['links', await outcome(work, 'links', { ending, text, kind, id: 'x', most: 10 })];
  const place = { connection: 'c', id: 'x', name: 'Ada' };
  yield ['parts', await outcome(work, 'parts', { ending, text, kind, place })];
  yield ['state', await outcome(work, 'state', { ending, text, kind })];
  yield ['broken', await outcome(work, 'edited', { ending, text: `${text}\n}"` })];
  yield ['deep', await outcome(work, 'edited', { ending: '.json', text: '['.repeat(300_000) })];
  yield ['no object', await outcome(work, 'version', { kind, text: `[${printJson(opened)}]` })];
}

describe('the thread for large documents', function () {
  this.timeout(240_000);
  const thread = new WorkThread(SCRIPT);
  after(() => thread.dispose());

  it('comes to the same as without, for documents that differ in a few places', async () => {
    for (const seed of SEEDS) {
      const without = everything(here, seed);
      for await (const [what, result] of everything(thread, seed)) {
        const expected = await without.next();
        assert.deepEqual([what, result], expected.value, `${what}, seed ${seed}`);
      }
      assert.equal((await without.next()).done, true);
    }
  });

  it('lets nobody here look into a document, from its opening to its save', async () => {
    const opened = identity(1);
    const server = await thread.run('version', { kind, text: printJson(opened) });
    const text = await thread.run('print', { ending: '.json', tree: server.masked });
    const mine = text.replace('"active"', '"inactive"');
    const edited = await thread.run('edited', { ending: '.json', text: mine });
    const fresh = await thread.run('version', { kind, text: printJson(changed(opened, 5)) });
    const base = { server, shown: server.masked };
    const judged = await thread.run('judge', { kind, base, edited, fresh });
    assert.equal(judged.verdict, 'write');
    const trees = [server.raw, server.masked, edited, fresh.raw, fresh.masked];
    for (const tree of trees) assert.ok(tree instanceof UnreadJson && !tree.isRead);
    // What is short at the top is known without.
    assert.deepEqual(server.raw.kind === 'object' && server.raw.members.get('id'), {
      kind: 'string',
      value: 'id-1',
    });
    assert.equal(server.raw.kind === 'object' && server.raw.members.has('absent'), false);
    assert.ok(trees[0] instanceof UnreadJson && !trees[0].isRead);
    assert.deepEqual(
      server.raw.kind === 'object' && [...server.raw.members.keys()],
      opened.kind === 'object' && [...opened.members.keys()],
    );
  });

  it('writes by the hands of the extension host, whose errors come back as they are', async () => {
    const fresh = await thread.run('version', { kind, text: printJson(identity(2)) });
    const text = printJson(identity(2)).replace('"active"', '"inactive"');
    const edited = await thread.run('edited', { ending: '.json', text });
    const sent: unknown[] = [];
    const client = {
      call: (operation: { id: string }, input: { id: string; body: { text: string } }) => {
        sent.push([operation.id, input.id, input.body.text]);
        return Promise.resolve({});
      },
    } as unknown as OryClient;
    const edit = { id: 'id-2', opened: fresh.raw, edited, fresh: fresh.raw };
    assert.deepEqual(await thread.run('write', { kind, edit }, { client }), []);
    const [[operation, id, body]] = sent as [[string, string, string]];
    assert.deepEqual([operation, id], ['updateIdentity', 'id-2']);
    assert.equal(printJson(parseJson(body)).includes('"state":"inactive"'), true);
    const refused = new OryError('refused', 'no', { status: 409, headers: { a: 'b' } });
    const refusing = { call: () => Promise.reject(refused) } as unknown as OryClient;
    await assert.rejects(
      thread.run('write', { kind, edit }, { client: refusing }),
      (error) => error === refused,
    );
  });

  it('works on several documents at once, each with its own result', async () => {
    const all = await Promise.all(
      SEEDS.slice(0, 8).map(async (seed) => {
        const { masked } = await thread.run('version', { kind, text: printJson(identity(seed)) });
        return thread.run('print', { ending: '.json', tree: masked });
      }),
    );
    all.forEach((text, at) => assert.ok(text.includes(`"id-${SEEDS[at]}"`)));
  });

  it('does not begin what is no longer asked, so that of quick changes the last one counts', async () => {
    const text = await here.run('print', { ending: '.json', tree: identity(3) });
    const done: number[] = [];
    const asks = [1, 2, 3, 4, 5].map((at) => {
      const abort = new AbortController();
      const asked = { kind, ending: '.json' as const, text: text.replace('"active"', `"${at}"`) };
      return { abort, answer: thread.run('marks', asked, {}, abort.signal).then(() => done.push(at)) };
    });
    for (const { abort } of asks.slice(0, -1)) abort.abort(new OryError('cancelled', 'Cancelled.'));
    const settled = await Promise.allSettled(asks.map(({ answer }) => answer));
    assert.deepEqual(
      settled.map(({ status }) => status),
      [...Array<string>(4).fill('rejected'), 'fulfilled'],
    );
    assert.deepEqual(done, [5]);
    assert.ok(settled[0]?.status === 'rejected' && settled[0].reason instanceof OryError);
  });

  it('ends when the window closes, and so does what it was at', async () => {
    const closing = new WorkThread(SCRIPT);
    const waiting = [1, 2].map((seed) => closing.run('version', { kind, text: printJson(identity(seed)) }));
    closing.dispose();
    for (const one of waiting) await assert.rejects(one, /The window closes/);
  });

  it('ends after a while without work, and goes on with documents that it knew', async () => {
    const short = new WorkThread(SCRIPT, (why) => assert.fail(why), 1);
    const { masked } = await short.run('version', { kind, text: printJson(identity(4)) });
    for (let times = 0; times < 3; times++) {
      await new Promise((wait) => setTimeout(wait, 100));
      assert.equal(await short.run('name', { kind, tree: masked, id: 'x' }), 'ada4@example.com');
    }
    short.dispose();
  });

  describe('where it ends by itself', () => {
    let folder: string;
    before(async () => (folder = await mkdtemp(join(tmpdir(), 'ory-work-'))));
    after(() => rm(folder, { recursive: true }));
    const script = async (name: string, code: string) => {
      const file = join(folder, `${name}.mjs`);
      await writeFile(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
      return file;
    };

    for (const [name, code] of [
      ['it is not there', undefined],
      ['it throws', "parentPort.on('message', () => { throw new Error('out of order'); });"],
      ['it exits', "parentPort.on('message', () => process.exit(1));"],
    ] as const) {
      it(`${name}: the same is done here, and it is said`, async () => {
        const told: string[] = [];
        const file = code === undefined ? join(folder, 'none.mjs') : await script(name, code);
        const broken = new WorkThread(file, (why) => told.push(why));
        const asks = SEEDS.slice(0, 4).map((seed) => ({ kind, text: printJson(identity(seed)) }));
        const results = await Promise.all(asks.map((asked) => outcome(broken, 'version', asked)));
        for (const [at, asked] of asks.entries())
          assert.deepEqual(results[at], await outcome(here, 'version', asked));
        // A thread that never does anything is not started again and again.
        assert.equal(told.length, 2);
        broken.dispose();
      });
    }

    it('during a write: nobody writes once more, and what is not known is said', async () => {
      const ask =
        "{ is: 'request', id, request: { what: 'call', operation: 'patchIdentity', parameters: {} } }";
      const code = `parentPort.on('message', ({ is, id }) => {
        if (is === 'job') parentPort.postMessage(${ask}); else process.exit(1);
      });`;
      const broken = new WorkThread(await script('write', code));
      let calls = 0;
      const client = { call: () => Promise.resolve({ calls: ++calls }) } as unknown as OryClient;
      const fresh = await here.run('version', { kind, text: printJson(identity(1)) });
      const edited = new UnreadJson(printJson(changed(fresh.raw, 3)));
      const edit = { id: 'x', opened: fresh.raw, edited, fresh: fresh.raw };
      await assert.rejects(
        broken.run('write', { kind, edit }, { client }),
        (error) => error instanceof DocumentError && error.message.includes('may or may not have the change'),
      );
      assert.equal(calls, 1);
      broken.dispose();
    });
  });

  it('says what is wrong with a text as without', async () => {
    const text = `${await here.run('print', { ending: '.json', tree: identity(5) })}]`;
    await assert.rejects(
      thread.run('edited', { ending: '.json', text }),
      (error) => error instanceof JsonSyntaxError && error.offset === text.length - 1,
    );
  });
});
