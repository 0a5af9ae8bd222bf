import assert from 'node:assert/strict';
import { applyChanges, diffJson, patchDocument } from '../../../src/ory/json/diff.ts';
import { matches, segmentsOf } from '../../../src/ory/json/pointer.ts';
import { readJson } from '../../../src/ory/json/read.ts';
import {
  equalJson,
  JsonSyntaxError,
  parseEditedJson,
  parseJson,
  printJson,
} from '../../../src/ory/json/tree.ts';

describe('lossless JSON', () => {
  it('keeps the order of members, integer-like names and the digits of numbers', () => {
    const text = '{"b":1,"10":2,"9":3,"a":12345678901234567890,"e":1.50,"x":1e400}';
    assert.equal(printJson(parseJson(text)), text);
  });

  it('prints as people read it', () => {
    assert.equal(
      printJson(parseJson('{"a":[1,{}],"b":[]}'), 2),
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}',
    );
  });

  it('keeps a member named __proto__', () => {
    const text = '{"__proto__":{"polluted":true}}';
    assert.equal(printJson(parseJson(text)), text);
  });

  it('says where text is no JSON', () => {
    assert.throws(
      () => parseJson('{"a": 1,}'),
      (error) => error instanceof JsonSyntaxError && error.offset === 8,
    );
    assert.throws(() => parseJson(''), /empty/);
    assert.throws(() => parseJson('{"a":1} x'), JsonSyntaxError);
    assert.throws(() => parseJson('// note\n{}'), JsonSyntaxError);
  });

  it('refuses a name that stands twice in what people wrote, wherever it stands and however it is spelt', () => {
    const refused = (text: string, offset: number, length: number) => {
      assert.throws(
        () => parseEditedJson(text),
        (error) =>
          error instanceof JsonSyntaxError &&
          error.message.endsWith('stands here twice') &&
          error.offset === offset &&
          error.length === length,
        text,
      );
    };
    refused('{"traits":{"a":2}, "traits":{"a":1}}', 19, 8);
    refused('{"l":[{"a":{"b":1,"c":2,"\\u0062":3}}]}', 24, 8);
    refused('{"":1,"":1}', 6, 2);
    refused('{"__proto__":1,"__proto__":1}', 15, 11);
    const text = '{"a":{"a":1},"b":[{"a":1},{"a":1}],"A":1}';
    assert.equal(printJson(parseEditedJson(text)), text);
  });

  it('reads a server’s answer with such a name as servers’ own readers do: the last one counts', () => {
    assert.equal(printJson(parseJson('{"a":1,"b":2,"a":{"c":3,"c":4}}')), '{"a":{"c":4},"b":2}');
  });

  it('compares by meaning: order of members aside, large numbers by spelling', () => {
    const same = (a: string, b: string) => equalJson(parseJson(a), parseJson(b));
    assert.ok(same('{"a":1,"b":[1.0,"\\u00e9"]}', '{"b":[1,"é"],"a":1}'));
    assert.ok(!same('12345678901234567890', '12345678901234567891'));
    assert.ok(!same('[1,2]', '[2,1]'));
    assert.ok(!same('{"a":null}', '{}'));
  });
});

describe('differences', () => {
  const changes = (from: string, to: string) => diffJson(parseJson(from), parseJson(to));

  it('are the least that changes, in the three operations that Ory takes', () => {
    const patch = patchDocument(changes('{"a":{"x":1,"y":2},"b":1}', '{"a":{"x":1,"y":3},"c":[1]}'));
    assert.equal(
      printJson(patch),
      '[{"op":"replace","path":"/a/y","value":3},{"op":"remove","path":"/b"},{"op":"add","path":"/c","value":[1]}]',
    );
  });

  it('replace lists as a whole, because an index may mean another element by then', () => {
    assert.equal(
      printJson(patchDocument(changes('{"l":[1,2,3]}', '{"l":[1,3]}'))),
      '[{"op":"replace","path":"/l","value":[1,3]}]',
    );
  });

  it('escape names in paths', () => {
    assert.equal(changes('{}', '{"a/b~c":1}')[0]?.path[0], 'a/b~c');
    assert.match(printJson(patchDocument(changes('{}', '{"a/b~c":1}'))), /"\/a~1b~0c"/);
  });

  it('lead from one tree to the other', () => {
    const from = '{"a":{"x":1,"deep":{"k":[1]}},"b":1,"n":null}';
    const to = '{"a":{"deep":{"k":[2]},"z":{"q":1}},"n":{"m":12345678901234567890}}';
    assert.ok(equalJson(applyChanges(parseJson(from), changes(from, to)), parseJson(to)));
  });
});

describe('pointer patterns', () => {
  it('take * for one segment and ** for any number', () => {
    const fits = (pattern: string, path: string) => matches(segmentsOf(pattern), segmentsOf(path));
    assert.ok(fits('/keys/*/d', '/keys/0/d'));
    assert.ok(!fits('/keys/*/d', '/keys/0/x/d'));
    assert.ok(fits('/credentials/*/config/**', '/credentials/oidc/config/providers/0/token'));
    assert.ok(!fits('/credentials/*/config/**', '/credentials/oidc/identifiers/0'));
  });
});

describe('reading JSON', () => {
  const texts = [
    ...[
      '0',
      '-0',
      '01',
      '1.',
      '.5',
      '1.5e+10',
      '1e',
      '-',
      '+1',
      'NaN',
      'Infinity',
      '123456789012345678901234567890',
    ],
    ...[
      '"',
      '""',
      '"a\\"b"',
      '"\\\\"',
      '"\\\\\\"',
      '"\\u00e9"',
      '"\\u00g0"',
      '"\\x"',
      '"\u0001"',
      '"\n"',
      '"\u2028"',
    ],
    ...[
      '[]',
      '[1,]',
      '[,1]',
      '[1 2]',
      '[[[]]]',
      '[',
      ']',
      '{}',
      '{"a":1,}',
      '{"a"}',
      '{"a":}',
      '{a:1}',
      '{"a":1 "b":2}',
    ],
    ...[
      'true',
      'tru',
      'truex',
      'null',
      'nul',
      'undefined',
      ' \t\r\n1\n ',
      '1 1',
      '\u00a01',
      '\ufeff1',
      '/* */ 1',
      '',
    ],
    ...[
      '{"2":1,"1":2,"__proto__":{"x":1},"a":{"b":[true,false,null,"x",-1.0e-5]}}',
      '{"a":1,"a":2}',
      '"\ud800"',
    ],
  ];

  it('takes what JSON takes, and nothing else', () => {
    for (const text of texts) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        assert.equal(readJson(text), undefined, text);
        continue;
      }
      const tree = readJson(text);
      assert.ok(tree, text);
      assert.deepEqual(JSON.parse(printJson(tree)), value);
      assert.deepEqual(JSON.parse(printJson(tree, 2)), value);
    }
  });

  it('prints as JSON.stringify does', () => {
    for (const text of ['{}', '[]', '{"a":[],"b":{},"c":[1,{"d":"\\u0007\\"é"}]}', '[[],[[1]]]', '"\\ud800"'])
      for (const indent of [0, 2])
        assert.equal(printJson(parseJson(text), indent), JSON.stringify(JSON.parse(text), null, indent));
  });

  it('gives up on what is nested too deeply, in words', () => {
    assert.throws(() => parseJson('['.repeat(1_000_000)), JsonSyntaxError);
  });
});
