import assert from 'node:assert/strict';
import { applyPatch } from '../../../src/sandbox/json/patch.ts';
import { readFirstJson, readJson } from '../../../src/sandbox/json/read.ts';
import { writeJson } from '../../../src/sandbox/json/write.ts';

describe('sandbox: JSON as the servers treat it', () => {
  it('keeps numbers that a double would change', () => {
    const text = '{"big":9007199254740993,"one":1.0,"far":1e400,"zero":-0,"plain":[1,2.5,-3e-7]}';
    assert.equal(writeJson(readJson(text)), text);
  });

  it('reads the first value and says what is wrong in the servers’ words', () => {
    assert.deepEqual(readFirstJson('{"a":1} x'), { a: 1 });
    for (const [text, message] of [
      ['', 'EOF'],
      ['{"a":', 'unexpected EOF'],
      ['"abc', 'unexpected EOF'],
      ['tru', 'unexpected EOF'],
      ['schema=1', "invalid character 's' looking for beginning of value"],
    ] as const) {
      assert.throws(() => readFirstJson(text), { message });
    }
  });

  it('patches with add, remove and replace only, all or nothing', () => {
    const before = { list: [1, 2], map: { a: 1 } };
    const patch = (...operations: unknown[]) => applyPatch(before, JSON.stringify(operations), ['/id']);
    assert.deepEqual(
      patch({ op: 'add', path: '/list/-', value: 3 }, { op: 'replace', path: '/new/deep', value: 1 }),
      {
        list: [1, 2, 3],
        map: { a: 1 },
        new: { deep: 1 },
      },
    );
    assert.throws(() => patch({ op: 'test', path: '/map/a', value: 1 }), /unsupported operation/);
    assert.throws(() => patch({ op: 'remove', path: '/map/b' }), /nonexistent key/);
    assert.throws(() => patch({ op: 'replace', path: '/list/2', value: 1 }), /invalid index/);
    assert.throws(() => patch({ op: 'replace', path: '/ID', value: 1 }), /denied path/);
    assert.deepEqual(before, { list: [1, 2], map: { a: 1 } });
  });
});
