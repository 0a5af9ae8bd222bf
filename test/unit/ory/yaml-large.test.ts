// Large texts are read and written by our own hand: that must not differ from what the library does.
import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { type JsonNode, printJson, toJson } from '../../../src/ory/json/tree.ts';
import { readPlain } from '../../../src/ory/yaml/plain.ts';
import { printYaml, reprintYaml } from '../../../src/ory/yaml/print.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';
import { yamlForm } from '../../../src/saving/forms/yaml.ts';
import { random } from '../support/random.ts';

/** Texts that could be taken for something else, or need quotes. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  'a',
  'a b',
  ' a',
  'a ',
  'a  b',
  'a: b',
  'a:b',
  'a:',
  ':a',
  'a #b',
  'a#b',
  '#a',
  '- a',
  '-a',
  '-',
  '--- a',
  '...',
  'null',
  'Null',
  '~',
  'true',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'NaN',
  '.nan',
  '.inf',
  '-.inf',
  'inf',
  '1',
  '-1',
  '+1',
  '1.5',
  '.5',
  '1e3',
  '007',
  '0x1F',
  '0o17',
  '12:30',
  '2024-01-02',
  '2024-01-02T03:04:05Z',
  '2026-11-28T12:07:01.322Z',
  '0c83a0ee-7eda-41d7-a3cd-e3fb4a1cca71',
  '123e4567-e89b-12d3-a456-426614174000',
  'http://a.b/c?d=e&f#g',
  'ada@example.com',
  '"quoted"',
  "it's",
  'back\\slash',
  '{a}',
  '[a]',
  '{}',
  '[]',
  '!tag',
  '&anchor',
  '*alias',
  '|',
  '>',
  '%',
  '@a',
  '`a`',
  '? a',
  '<<',
  'a\nb',
  'a\nb\n',
  'a\n\nb\n\n',
  '\na',
  ' a\n b\n',
  'a\n  b\nc',
  '\n',
  'a\tb',
  'a\r\nb',
  'é',
  'ключ',
  '😀',
  '\u2028',
  '\ufeff',
  'a, b',
  '••••••••',
  '=',
  'a=b',
  '(a)',
  'a; b',
  'x'.repeat(200),
  'word '.repeat(40),
];
const NAMES: readonly string[] = [
  ...TEXTS.filter((text) => text !== '<<' && !/^(---|\.\.\.)/.test(text) && text.length < 100),
  'a_b',
  'A-1',
];

function treeFrom(seed: number): JsonNode {
  const { below, of } = random(seed);
  const value = (depth: number): unknown => {
    switch (below(depth > 4 ? 4 : 7)) {
      case 0:
        return of([true, false, null]);
      case 1:
        return of([0, 1, -1, 1.5, 1e21, 12, -0.25]);
      case 2:
      case 3:
        return of(TEXTS);
      case 4:
        return Array.from({ length: below(4) }, () => value(depth + 1));
      default:
        return Object.fromEntries(Array.from({ length: below(5) }, () => [of(NAMES), value(depth + 1)]));
    }
  };
  return toJson({ a: value(0), list: [value(1), [value(1)]], b: value(1) });
}

/** As the library writes it. */
const libraryText = (tree: JsonNode) => stringify(JSON.parse(printJson(tree)), { lineWidth: 0 });

describe('YAML by our own hand', () => {
  it('is written as the library writes it', () => {
    for (let seed = 0; seed < 1500; seed++) {
      const tree = treeFrom(seed);
      const text = printYaml(tree);
      assert.equal(text, libraryText(tree), printJson(tree));
      assert.equal(printJson(parseYaml(text)), printJson(tree), text);
    }
  });

  it('is read as the library reads it, or not at all', () => {
    let read = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const { below, of } = random(seed);
      const lines = printYaml(treeFrom(seed)).split('\n');
      // What a person does to a text: comments, blank lines, other spellings, mistakes.
      for (let edits = below(4); edits > 0; edits--) {
        const at = below(lines.length);
        const line = lines[at] ?? '';
        lines[at] = of([
          () => `${line} # a comment`,
          () => `# a comment\n${line}`,
          () => `${line}\n\n`,
          () => `${line}  `,
          () => ` ${line}`,
          () => line.slice(1),
          () => line.replace(/: .*/, `: ${of(TEXTS)}`),
          () => line.replace(/: .*/, `: '${of(TEXTS)}'`),
          () => line.replace(/- .*/, `- ${of(TEXTS)}`),
          () => line.replace(/: .*/, ':'),
          () => `${line}\n${line}`,
          () => line.replace(/"/g, "'"),
          () => `${line}\n  more`,
        ])();
      }
      const text = lines.join('\n');
      const plain = readPlain(text);
      if (!plain) continue;
      read++;
      assert.equal(printJson(plain.tree), printJson(parseYaml(text)), text);
      // A place that a value is written over at holds that value, and nothing else.
      for (const [node, { from, to, block }] of plain.places) {
        if (block || node.kind === 'object' || node.kind === 'array') continue;
        const alone = parseYaml(`k: ${text.slice(from, to)}`);
        assert.equal(printJson(alone), printJson({ kind: 'object', members: new Map([['k', node]]) }));
      }
    }
    assert.ok(read > 300, `${read} of them were plain`);
  });

  const entries = Array.from({ length: 3000 }, (_, at) => ({
    at,
    what: `signed in from ${at}`,
    tags: ['a', 'b'],
  }));
  const large = printYaml(toJson({ state: 'active', metadata: { log: entries }, note: 'x: y' }));

  it('keeps the comments of a large text, and tells where its places stand', () => {
    assert.ok(large.length > 200_000);
    const text = large
      .replace('state: active', '# who may log in\nstate: inactive # until May')
      .replace('- a\n', '- a # first\n');
    const tree = JSON.parse(printJson(parseYaml(text))) as { state: string; note: string };
    const changed = reprintYaml(text, toJson({ ...tree, state: 'active', note: '24' }));
    assert.equal(changed, text.replace('inactive', 'active').replace('"x: y"', '"24"'));
    const { offset, length } = yamlForm.placesOf(text)(['metadata', 'log', '2999', 'what']);
    assert.equal(text.slice(offset, offset + length), 'signed in from 2999');
    const list = yamlForm.placesOf(text)(['metadata', 'log']);
    assert.equal(text.slice(list.offset, list.offset + list.length), 'log');
  });

  it('leaves what is wrong to the library, which says where it is', () => {
    for (const mistake of ['state: [', 'state: a: b', 'state: *none', '\tstate: a', 'note: 1\nnote: 2']) {
      assert.throws(() => parseYaml(large.replace('state: active', mistake)), /./, mistake);
    }
  });
});
