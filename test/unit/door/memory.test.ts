import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProductionWrite, ProductionWrites } from '../../../src/editor/door/production-writes.ts';
import { UndoMemory } from '../../../src/editor/door/undo-memory.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';

const MINUTE = 60_000;

describe('what can be undone', () => {
  const ref = (id: string) => ({ connection: 'c', kind: 'keys', id }) as const;
  const one = (id: string, name = id) => ({
    ref: ref(id),
    name,
    gone: '',
    undo: { words: ['', ''], restore: () => Promise.resolve({ id }) } as const,
  });

  it('is the last write to each resource, for ten minutes', () => {
    let now = 0;
    const memory = new UndoMemory(() => now);
    memory.put(one('a', 'first'), 1);
    memory.put(one('b'), 1);
    memory.put(one('a', 'second'), 1);
    assert.equal(memory.of(ref('a'))?.name, 'second');
    now = 10 * MINUTE - 1;
    assert.equal(memory.of(ref('b'))?.until, 10 * MINUTE);
    now = 10 * MINUTE;
    assert.equal(memory.of(ref('b')), undefined);
    memory.dispose();
  });

  it('is bounded in number and size', () => {
    const memory = new UndoMemory();
    for (let at = 0; at < 60; at++) memory.put(one(`${at}`), 1);
    assert.equal(memory.of(ref('9')), undefined);
    assert.ok(memory.of(ref('10')));
    memory.put(one('large'), 15 * 1024 * 1024);
    memory.put(one('larger'), 15 * 1024 * 1024);
    assert.equal(memory.of(ref('large')), undefined);
    assert.ok(memory.of(ref('larger')));
    memory.dispose();
    assert.equal(memory.of(ref('larger')), undefined);
  });
});

describe('the record of writes on production', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ory-record-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const redactor = new Redactor();
  const recordIn = () =>
    new ProductionWrites({ fsPath: folder }, redactor, () => ({
      warn: () => undefined,
    }));
  const write = (name: string, at = 1): ProductionWrite => ({
    at,
    connection: 'Acme',
    operation: 'patchIdentity',
    service: 'kratos-admin',
    kind: 'identities',
    id: 'i',
    name,
    outcome: '200',
  });
  const file = () => statSync(join(folder, 'production-writes.jsonl'));

  it('is for its owner alone, the newest first, and holds no secret', async () => {
    redactor.learn('tell-nobody-of-this');
    const record = recordIn();
    await record.note(write('first', 1));
    await record.note(write('tell-nobody-of-this', 2));
    const all = await record.all();
    assert.deepEqual(
      all.map(({ at }) => at),
      [2, 1],
    );
    assert.ok(!all[0]?.name.includes('tell-nobody-of-this'));
    assert.equal(file().mode & 0o777, 0o600);
  });

  it('is bounded: the older half goes', async () => {
    const record = recordIn();
    const long = 'x'.repeat(190);
    await Promise.all(Array.from({ length: 5000 }, (_, at) => record.note(write(long, at + 1))));
    assert.ok(file().size < 1.1 * 1024 * 1024, String(file().size));
    const [newest] = await record.all();
    assert.equal(newest?.at, 5000);
    assert.equal(file().mode & 0o777, 0o600);
  });

  it('of a folder that can’t be written fails nobody', async () => {
    const record = new ProductionWrites({ fsPath: '/dev/null/none' }, redactor, () => ({
      warn: () => undefined,
    }));
    await record.note(write('a'));
    assert.deepEqual(await record.all(), []);
  });
});
