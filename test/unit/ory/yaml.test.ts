import assert from 'node:assert/strict';
import { JsonSyntaxError, printJson } from '../../../src/ory/json/tree.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';

const asJson = (text: string) => printJson(parseYaml(text));

describe('YAML as a tree', () => {
  it('keeps digits, order and names as they are written', () => {
    assert.equal(
      asJson('big: 12345678901234567890\nprice: 1.10\n2: b\n1: a\nhex: 0x1F\nyes: yes\nnothing: ~\n'),
      '{"big":12345678901234567890,"price":1.10,"2":"b","1":"a","hex":31,"yes":"yes","nothing":null}',
    );
  });

  it('resolves aliases and merge keys', () => {
    assert.equal(
      asJson('base: &base { a: 1, b: 2 }\nuse:\n  <<: *base\n  b: 3\nagain: *base\n'),
      '{"base":{"a":1,"b":2},"use":{"a":1,"b":3},"again":{"a":1,"b":2}}',
    );
  });

  it('says where it can’t be read', () => {
    for (const [text, at] of [
      ['a: [1, 2\nb: 3\n', 9],
      ['a: 1\na: 2\n', 5],
      ['a: .inf\n', 3],
      ['a: &x [*x]\n', 7],
    ] as const) {
      assert.throws(
        () => parseYaml(text),
        (error) => error instanceof JsonSyntaxError && error.offset === at,
        text,
      );
    }
    assert.throws(() => parseYaml('# only a comment\n'), /empty/);
  });

  it('refuses what would grow without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 9; at++) {
      lines.push(`a${at}: &a${at} [${Array.from({ length: 10 }, () => `*a${at - 1}`).join(', ')}]`);
    }
    assert.throws(() => parseYaml(lines.join('\n')), /too much/);
  });
});
