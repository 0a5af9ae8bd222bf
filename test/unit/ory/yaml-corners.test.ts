// What can stand in YAML and not in JSON, or means something else there: it is kept exactly, or refused at its place.
import assert from 'node:assert/strict';
import { equalJson, JsonSyntaxError, parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { printYaml, reprintYaml } from '../../../src/ory/yaml/print.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';

const meant: Readonly<Record<string, string>> = {
  'a: yes\nb: no\nc: on\nd: y\n': '{"a":"yes","b":"no","c":"on","d":"y"}',
  'a: True\nb: FALSE\nc: "true"\n': '{"a":true,"b":false,"c":"true"}',
  'a: ~\nb:\nc: Null\nd: "null"\ne: # nothing\n': '{"a":null,"b":null,"c":null,"d":"null","e":null}',
  'a: 010\nb: 0o10\nc: 0x1F\nd: 1_000\n': '{"a":10,"b":8,"c":31,"d":"1_000"}',
  'a: 123456789012345678901234567890\nb: 0xFFFFFFFFFFFFFFFFFF\n':
    '{"a":123456789012345678901234567890,"b":4722366482869645213695}',
  'a: 1.10\nb: 1e400\nc: -0\nd: 1.0E+2\n': '{"a":1.10,"b":1e400,"c":-0,"d":1.0E+2}',
  'a: +1\nb: +.50\nc: 7.\nd: -.5\ne: 00.5\nf: +12345678901234567890.1\ng: 1.e3\n':
    '{"a":1,"b":0.50,"c":7,"d":-0.5,"e":0.5,"f":12345678901234567890.1,"g":1e3}',
  '1: a\ntrue: b\n~: c\n1.50: d\n0x1: e\n': '{"1":"a","true":"b","~":"c","1.50":"d","0x1":"e"}',
  'a: 12:30\nb: 2024-01-02\nc: 1.2.3\n': '{"a":"12:30","b":"2024-01-02","c":"1.2.3"}',
  'a: !!str 3\nb: !!int "3"\n': '{"a":"3","b":3}',
  'a: &x [1]\nb: *x\nc: &x 2\nd: *x\n': '{"a":[1],"b":[1],"c":2,"d":2}',
  'b: &b {a: 1}\nc:\n  <<: [*b, {a: 2, z: 1}]\n  y: 3\n': '{"b":{"a":1},"c":{"a":1,"z":1,"y":3}}',
  '"<<": {a: 1}\n': '{"<<":{"a":1}}',
  '__proto__: {x: 1}\nconstructor: 2\n': '{"__proto__":{"x":1},"constructor":2}',
  '\ufeffa: 1\r\nb:\r\n  - x # y\r\n  - |\r\n    z\r\n': '{"a":1,"b":["x","z\\n"]}',
  '---\na: 1\n...\n# the end\n': '{"a":1}',
  '#\n\na: # b\n\n  # c\n  - d # e\n#f\n  #g\n  - h\n': '{"a":["d","h"]}',
  'a: "\\u0000\\ud83d\\ude00\\x41"\n': '{"a":"\\u0000😀A"}',
  'a: |2\n   x\nb: >-\n  y\n  z\n\n  1\n': '{"a":" x\\n","b":"y z\\n1"}',
  "{a: [1, {b: c}], \"d\": 'e''s'}\n": '{"a":[1,{"b":"c"}],"d":"e\'s"}',
  '{}\n': '{}',
  'null\n': 'null',
};

/** Texts, and what of them is marked. */
const refused: Readonly<Record<string, string>> = {
  'a: 1\n---\nb: 2\n': '---',
  'a: 1\na: 2\n': 'a',
  '{a: 1, "a": 2}\n': '"a"',
  '1: a\n"1": b\n': '"1"',
  'a: .inf\n': '.inf',
  'a: .NaN\n': '.NaN',
  '? [a]\n: b\n': '[a]',
  'a: !custom x\n': '!custom',
  'a: !!binary aGk=\n': 'aGk=',
  'a: !!set {x}\n': '{x}',
  'a: !!float 3\n': '!!float',
  'a: !!timestamp 2001-01-01\n': '2001',
  'c:\n  <<: 3\n': '<<',
  'c:\n  <<: {}\n  <<: {}\n': '<<',
  'a: *none\n': '*none',
  'a: &x [*x]\n': '*x',
  'a:\n\tb: 1\n': '\t',
};

describe('corners of YAML', () => {
  for (const [text, json] of Object.entries(meant)) {
    it(`are kept: ${JSON.stringify(text)}`, () => {
      const tree = parseYaml(text);
      assert.equal(printJson(tree), json);
      assert.equal(printJson(parseYaml(printYaml(tree))), json);
      assert.equal(reprintYaml(text, tree), text);
      if (tree.kind !== 'object') return;
      // Another member beside it, and each of them gone.
      const added = parseJson(json.replace(/^\{/, () => `{"added":{"<<":[1]}${json === '{}' ? '' : ','}`));
      assert.ok(equalJson(parseYaml(reprintYaml(text, added)), added));
      for (const name of tree.members.keys()) {
        const members = new Map(tree.members);
        members.delete(name);
        const less = { kind: 'object', members } as const;
        assert.ok(equalJson(parseYaml(reprintYaml(text, less)), less), name);
      }
    });
  }

  for (const [text, marked] of Object.entries(refused)) {
    it(`are refused where they stand: ${JSON.stringify(text)}`, () => {
      assert.throws(
        () => parseYaml(text),
        (error) => error instanceof JsonSyntaxError && text.slice(error.offset).startsWith(marked),
      );
    });
  }

  it('are refused where nothing is written', () => {
    for (const text of ['', '\n', '# only a comment\n']) {
      assert.throws(() => parseYaml(text), JsonSyntaxError, JSON.stringify(text));
    }
  });
});
