import { isScalar } from 'yaml';
import { applyChanges, type Change, diffJson } from '../json/diff.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import { placeAt } from './places.ts';
import type { Span } from './plain.ts';
import { parseYaml, type ParsedYaml, readYaml } from './tree.ts';

/** Each value is tried out; where so many differ, the text is another one anyway. */
const AT_MOST = 40;

/** Characters up to which values are tried out one by one where they can't be written all at once. */
const SMALL = 200_000;

interface Placed {
  readonly change: Change & { readonly value: JsonNode };
  readonly from: number;
  readonly to: number;
}

/** A text in which single values that a tree has otherwise are written over, each in its place and in its quotes. */
export function withValues(text: string, tree: JsonNode): string {
  const read = readYaml(text);
  const changes = diffJson(read.tree, tree).filter(({ op }) => op === 'replace');
  if (changes.length > AT_MOST) return text;
  const placed = changes.flatMap((change) => placedIn(read, change));
  if (placed.length === 0) return text;
  const all = withAll(text, placed);
  const meant = applyChanges(
    read.tree,
    placed.map(({ change }) => change),
  );
  if (readsAs(all, meant)) return all;
  return text.length > SMALL ? text : changes.reduce(withValue, text);
}

/** Each value in its plainest spelling. */
function withAll(text: string, placed: readonly Placed[]): string {
  const fromTheEnd = [...placed].sort((a, b) => b.from - a.from);
  return fromTheEnd.reduce((written, { change, from, to }) => {
    const [plainest] = spellings(change.value, text.slice(from, to));
    return plainest === undefined ? written : written.slice(0, from) + plainest + written.slice(to);
  }, text);
}

function withValue(text: string, change: Change): string {
  const read = readYaml(text);
  const [placed] = placedIn(read, change);
  if (!placed) return text;
  const { from, to } = placed;
  const meant = applyChanges(read.tree, [change]);
  const tries = spellings(placed.change.value, text.slice(from, to)).map(
    (spelling) => text.slice(0, from) + spelling + text.slice(to),
  );
  // Inside a flow collection a comma ends a value, elsewhere it does not; a text may look like a number: it is tried.
  return tries.find((tried) => readsAs(tried, meant)) ?? text;
}

/** Where a single value is to be written over; nowhere where either is none. */
function placedIn(read: ParsedYaml, change: Change): Placed[] {
  const { value } = change;
  if (!value || value.kind === 'object' || value.kind === 'array') return [];
  const range = rangeAt(read, change.path);
  return range ? [{ change: { ...change, value }, ...range }] : [];
}

/** Where a value stands alone on its line; undefined where it is shared, of several lines, or holds others. */
function rangeAt(read: ParsedYaml, path: readonly string[]): Span | undefined {
  const { value, single, node } = placeAt(read, path);
  if (!single || !value || value.to === value.from) return undefined;
  if (!node) return value;
  const plain = isScalar(node) && !node.anchor && !node.tag;
  return plain && node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL' ? value : undefined;
}

/** The ways to write a value, the plainest first. */
function spellings(value: JsonNode, old: string): string[] {
  switch (value.kind) {
    case 'number':
      return [value.raw];
    case 'literal':
      return [String(value.value)];
    case 'string': {
      const double = JSON.stringify(value.value);
      const single = `'${value.value.replaceAll("'", "''")}'`;
      if (old.startsWith('"') || /[\n\r]/.test(value.value)) return [double];
      return old.startsWith("'") ? [single, double] : [value.value, double];
    }
    default:
      return [];
  }
}

function readsAs(text: string, meant: JsonNode): boolean {
  try {
    return equalJson(parseYaml(text), meant);
  } catch {
    return false;
  }
}
