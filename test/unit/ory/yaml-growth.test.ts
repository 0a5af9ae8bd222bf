// The time that a save takes with YAML grows with the text and not faster, whatever stands in it.
import assert from 'node:assert/strict';
import { printJson, toJson } from '../../../src/ory/json/tree.ts';
import { readPlain } from '../../../src/ory/yaml/plain.ts';
import { printYaml, reprintYaml } from '../../../src/ory/yaml/print.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';
import { placeIn } from '../../../src/saving/place-in-words.ts';
import { warningComplaints } from '../../../src/saving/warnings.ts';

/** Texts of about so many characters. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  'banners of #': (size) =>
    `a: 1\n${'#'.repeat(size)}\n# x\n${'#'.repeat(size)}\nb: 1\n${'#'.repeat(size)}\n`,
  'lines of #': (size) => `a: 1\n${'#\n'.repeat(size / 8)}b: 1\n${'#\n'.repeat(size / 8)}`,
  'blank lines': (size) => `a: 1\n${'\n'.repeat(size / 4)}b: 1\n${'\n'.repeat(size / 4)}`,
  'blanks at the end of lines': (size) => `a: 1${' '.repeat(size)}\nb: 1${' '.repeat(size)}# x\n`,
  digits: (size) => `a: 1\nb: "${'1'.repeat(size)}x"\n`,
  'digits out of quotes': (size) => `a: 1\nb: ${'1'.repeat(size)}x\n`,
  words: (size) => `a: 1\nb: ${'a '.repeat(size / 2)}x\n`,
  colons: (size) => `a: 1\nb: ${'a:'.repeat(size / 2)}x\n`,
  backslashes: (size) => `a: 1\nb: "${'\\\\'.repeat(size / 2)}"\n`,
  apostrophes: (size) => `a: 1\nb: '${"''".repeat(size / 2)}'\n`,
  'a list in brackets': (size) => `a: 1\nb: [${'x, '.repeat(size / 12)}y]\n`,
  'a list with comments': (size) => `a: 1\nb:\n${'  - x # y\n'.repeat(size / 20)}`,
  'comments above an item': (size) => `a: 1\nb:\n${'  # y\n'.repeat(size / 12)}  - x\n`,
  'lines as they stand': (size) => `a: 1\nb: |\n${'  x\n'.repeat(size / 4)}`,
  'members without end': (size) =>
    `a: 1\nb:\n${Array.from({ length: size / 20 }, (_, n) => `  k${n}: 1 # c\n`).join('')}`,
};

/** What a save does with a text: reads it, and writes it with one value, one member and one item changed. */
function save(text: string): void {
  const tree = JSON.parse(printJson(parseYaml(text))) as Record<string, unknown>;
  tree.a = 2;
  reprintYaml(text, toJson(tree));
  tree.z = { n: 1 };
  if (Array.isArray(tree.b)) tree.b.splice(1, 1);
  else if (typeof tree.b === 'string') tree.b = `${tree.b}1`;
  reprintYaml(text, toJson(tree));
  readPlain(text);
  printYaml(toJson(tree));
}

/** Texts that a server says, with names of members in them. */
const said: Readonly<Record<string, (size: number) => string>> = {
  'a field that has no end': (size) => `unknown field "${'x'.repeat(size)}`,
  'fields without end': (size) => 'Go struct field a.'.repeat(size / 18),
  'a path without end': (size) => `Go struct field ${'a.'.repeat(size / 2)} of`,
  'words without end': (size) => 'redirect_uri '.repeat(size / 13),
};

const millisOf = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** Eight times the text takes eight times as long; a square would take 64 times. */
function assertGrowth(work: (size: number) => void): void {
  work(1000);
  const [small, large] = [millisOf(() => work(25_000)), millisOf(() => work(200_000))];
  assert.ok(
    large < 24 * Math.max(small, 20),
    `${Math.round(small)} ms, eight times as much: ${Math.round(large)} ms`,
  );
}

describe('the time that YAML takes', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it(`grows with the text: ${name}`, () => {
      assertGrowth((size) => save(shape(size)));
    });
  }

  it('ends for a value of 16 MB', () => {
    const tree = toJson({ a: 'x'.repeat(16_000_000), b: 'y z '.repeat(4_000_000) });
    assert.equal(printYaml(tree).length, 32_000_010);
  });

  it('is short for a banner of 30 # above and below a comment', () => {
    const banner = '#'.repeat(30);
    const text = `${banner}\n# who\n${banner}\nemail: a\n${banner}\n# the end\n${banner}\n`;
    assert.equal(reprintYaml(text, toJson({ email: 'b' })), text.replace('email: a', 'email: b'));
    assert.equal(reprintYaml(text, toJson({ email: 'a', n: 1 })), text.replace('email: a', 'email: a\nn: 1'));
  });
});

describe('the time that a server’s sentence takes', () => {
  const document = toJson(
    Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`a_${n}`, `value ${n}`])),
  );
  for (const [name, shape] of Object.entries(said)) {
    it(`grows with the text: ${name}`, () => {
      assertGrowth((size) => {
        placeIn(shape(size), document);
        warningComplaints([shape(size)], document);
      });
    });
  }

  it('ends for a document whose name is longer than an expression can be', () => {
    const name = `a_${'b'.repeat(20_000_000)}`;
    assert.equal(placeIn('something is wrong', toJson({ [name]: 1 })), undefined);
  });
});
