import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { YamlThread } from '../../../src/features/schemas/yaml/yaml-thread.ts';
import type { YamlText } from '../../../src/features/schemas/yaml/messages.ts';

const SCRIPT = resolve('dist', 'yaml-worker.js');
const SCHEMA = 'ory-schema://_/files/kratos.json';
const text = (lines: string, version = 1): YamlText => ({
  uri: 'file:///w/kratos.yml',
  version,
  text: lines,
  schema: SCHEMA,
});

describe('the thread of YAML’s language service', () => {
  let thread: YamlThread;
  let level: readonly string[];
  beforeEach(() => {
    level = ['debug'];
    thread = new YamlThread(SCRIPT, (address) =>
      address === SCHEMA
        ? Promise.resolve(JSON.stringify({ properties: { level: { enum: level } } }))
        : Promise.reject(new Error('none')),
    );
  });
  afterEach(() => thread.dispose());

  const marked = async (asked: YamlText) => (await thread.ask('problems', { text: asked })).length;

  it('answers by schemas that this side reads, and reads them again when they changed', async () => {
    assert.equal(await marked(text('level: loud\n')), 1);
    level = ['loud'];
    thread.forget(SCHEMA);
    assert.equal(await marked(text('level: loud\n')), 0);
    const offered = await thread.ask('complete', {
      text: text('level: ', 2),
      position: { line: 0, character: 7 },
    });
    assert.deepEqual(
      offered.items.map(({ label }) => label),
      ['loud'],
    );
  });

  it('leaves this thread free while it looks at a text of megabytes', async () => {
    await marked(text('level: debug\n'));
    const large = `level: loud\nitems:\n${'  - { name: somebody, at: 12 }\n'.repeat(20_000)}`;
    let turns = 0;
    let done = false;
    const turn = () => {
      turns += 1;
      if (!done) setImmediate(turn);
    };
    turn();
    assert.equal(await marked(text(large, 2)), 1);
    done = true;
    assert.ok(turns > 100, `only ${turns} turns`);
  });

  it('is ended where it takes too long, and started again with the next question', async () => {
    // As it would be, were such a pattern ever let through.
    let pattern = '^(a+)+$';
    const impatient = new YamlThread(
      SCRIPT,
      () => Promise.resolve(JSON.stringify({ properties: { level: { pattern } } })),
      8000,
    );
    try {
      await assert.rejects(
        impatient.ask('problems', { text: text(`level: ${'a'.repeat(60)}!\n`) }),
        /too long/,
      );
      pattern = '^a$';
      assert.equal((await impatient.ask('problems', { text: text('level: b\n') })).length, 1);
    } finally {
      await impatient.dispose();
    }
  });

  it('is started again after it ended', async () => {
    const left = thread.ask('problems', { text: text('level: loud\n') });
    const told = assert.rejects(left, /stopped/);
    await thread.dispose();
    await told;
    assert.equal(await marked(text('level: loud\n')), 1);
  });
});
