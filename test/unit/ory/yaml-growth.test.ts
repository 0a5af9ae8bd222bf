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

const many = (size: number, each: number, one: (at: number) => string, between: string): string =>
  Array.from({ length: size / each }, (_, at) => one(at)).join(between);

/** Texts of which much stands on one line, or of many parts alike. */
const crowded: Readonly<Record<string, (size: number) => string>> = {
  'a list on one line': (size) => `a: 1\nb: [${many(size, 12, (at) => `x${at}`, ', ')}]\n`,
  'members on one line': (size) => `a: 1\nb: {${many(size, 16, (at) => `k${at}: x`, ', ')}}\n`,
  'lists on one line': (size) => `a: 1\nb: [${many(size, 16, (at) => `[x, {k: y${at}}]`, ', ')}]\n`,
  'anchors on one line': (size) => `a: 1\nb: [${many(size, 16, (at) => `&a${at} x${at}`, ', ')}]\n`,
  'the whole document on one line': (size) =>
    `{"a": 1, "b": [${many(size, 40, (at) => `{"id": "k${at}", "v": ["x"]}`, ', ')}]}\n`,
  'a list in brackets on lines': (size) =>
    `a: 1\nb: [\n${many(size, 24, (at) => `  x${at}, # c`, '\n')}\n  ]\n`,
  'lists in brackets': (size) => `a: 1\nb:\n${many(size, 32, (at) => `  - [x, y, {c: z${at}}]`, '\n')}\n`,
  'anchors and aliases': (size) =>
    `a: 1\nb:\n${many(size, 40, (at) => `  k${at}: &a${at} {c: x${at}}\n  l${at}: *a${at}`, '\n')}\n`,
  'merge keys': (size) =>
    `x: &x {c: 1}\na: 1\nb:\n${many(size, 32, (at) => `  - <<: *x\n    e: x${at}`, '\n')}\n`,
  'items with comments': (size) =>
    `a: 1\nb:\n${many(size, 48, (at) => `  # about ${at}\n  - id: k${at} # y\n    v: x`, '\n')}\n`,
  'items that are the same': (size) => `a: 1\nb:\n${many(size, 16, () => '  - v: x', '\n')}\n`,
  'a long text in braces': (size) => `a: 1\nb: {k: "${'x y '.repeat(size / 4)}", l: x}\n`,
  'a long text of several lines': (size) => `a: 1\nb:\n  - "${'x\n    '.repeat(size / 6)}"\n  - x\n`,
};

/** Each text in a value changed, some parts gone, others added. */
function everyChanged(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('k') ? value : `${value}z`;
  if (Array.isArray(value)) return [...value.map(everyChanged), 'new'];
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, one]) => [name, everyChanged(one)] as const);
  return Object.fromEntries([...members, ...members.map(([name, one]) => [`${name}new`, one] as const)]);
}

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

/** Milliseconds of processor time: what else the machine does counts for nothing. */
const millisOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
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

  for (const [name, shape] of Object.entries(crowded)) {
    it(`grows with the text where each part changes: ${name}`, () => {
      assertGrowth((size) => {
        const text = shape(size / 2);
        const { b, ...rest } = JSON.parse(printJson(parseYaml(text))) as Record<string, unknown>;
        reprintYaml(text, toJson({ ...rest, b: everyChanged(b) }));
      });
    });
  }

  it('grows with the text where half a megabyte of lists stands on one line', () => {
    assertGrowth((size) => {
      const text = crowded['lists on one line']?.(2.4 * size) ?? '';
      reprintYaml(text, toJson(JSON.parse(printJson(parseYaml(text)).replaceAll('"x"', '"z"'))));
    });
  });

  it('grows with the text however deep it is', () => {
    assertGrowth((size) => {
      const deep = (value: string): unknown =>
        Array.from({ length: 150 }).reduce<unknown>(
          (inner) => [inner],
          [...Array.from({ length: size / 20 }, (_, at) => `item ${at}`), value],
        );
      reprintYaml(printYaml(toJson({ a: deep('x') })), toJson({ a: deep('y') }));
    });
  });

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
