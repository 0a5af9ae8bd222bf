// What hostile servers put into their answers: valid JSON all the same.
import { CATALOGUE } from '../../src/ory/operations/index.ts';
import type { Operation } from '../../src/ory/operations/operation.ts';

/** Much like others, to whoever shows them. */
export const ALIKE: ReadonlySet<string> = new Set([
  'a fraction',
  'true',
  'a text',
  'a prototype as a text',
  'an object of null',
]);

/** Levels of nesting that are within what is read at all. */
const nested = (levels: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};
const named = (name: string, value: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);

/** What stands in the place of a value, by what it is called; undefined leaves it out. */
export const ODD: Readonly<Record<string, unknown>> = {
  'nothing at all': undefined,
  null: null,
  zero: 0,
  'a fraction': 7.5,
  'an empty text': '',
  'a text': 'text',
  true: true,
  'an empty list': [],
  'a list of null': [null],
  'a list of texts': ['a'],
  'a list of an empty object': [{}],
  'a list in a list': [[['a']]],
  'an empty object': {},
  'an object of null': { a: null },
  'names that every object has': {
    ...(named('__proto__', { id: 5 }) as object),
    constructor: 'toString',
    toString: 5,
    valueOf: null,
    hasOwnProperty: [],
    length: -1,
    then: 'x',
  },
  'a list of an object without prototype': [named('__proto__', null)],
  'a name that every object has': 'constructor',
  'a prototype as a text': '__proto__',
  'a long text': 'A-very-long-word.'.repeat(6_000),
  'a text of control characters': '\u0000\u0007\u001b[31m\ud800\u202e\n\r\n# [x](command:y)',
  'deep nesting': nested(200),
  'a huge number': 1e300,
};

/** Every value of a sample, with something odd in its place. */
export function* oddOnes(sample: unknown, odd: readonly unknown[] = Object.values(ODD)): Generator {
  yield* odd;
  if (typeof sample !== 'object' || sample === null) return;
  for (const [name, value] of Object.entries(sample)) {
    for (const one of oddOnes(value, odd)) {
      if (Array.isArray(sample)) yield sample.map((item: unknown, at) => (at === Number(name) ? one : item));
      else yield { ...sample, [name]: one };
    }
  }
}

const PATHS = CATALOGUE.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Which operation a request is: the one whose path has the fewest places. */
export function operationOf(method: string, path: string): Operation | undefined {
  return PATHS.filter(({ operation, pattern }) => operation.method === method && pattern.test(path))
    .map(({ operation }) => operation)
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

/** What only a mistake in the program shows to a person. */
export const SENSELESS =
  /Cannot (read|set|convert|destructure)|is not a function|is not iterable|is not a constructor|\bundefined\b|\[object|\bNaN\b|Invalid (Date|time)|(Type|Range|Reference)Error|circular structure|failed unexpectedly|Maximum call stack|function [A-Z]?\w*\(\)/;
