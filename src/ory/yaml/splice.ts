import { isScalar } from 'yaml';
import { applyChanges, type Change, diffJson } from '../json/diff.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import { applyEdits } from './edit/text.ts';
import { placeAt } from './places.ts';
import type { Span } from './plain.ts';
import { parseYaml, type ParsedYaml, readYaml } from './tree.ts';

type Single = Exclude<JsonNode, { kind: 'object' | 'array' }>;

interface Placed {
  readonly change: Change & { readonly value: Single };
  readonly from: number;
  readonly to: number;
}

/**
 * A text in which single values that a tree has otherwise are written over, each in its place and in its quotes; as it was
 * where that would stand for anything else.
 */
export function withValues(text: string, tree: JsonNode): string {
  const read = readYaml(text);
  const changes = diffJson(read.tree, tree).filter(({ op }) => op === 'replace');
  const placed = changes.flatMap((change) => placedIn(read, change));
  if (placed.length === 0) return text;
  const meant = applyChanges(
    read.tree,
    placed.map(({ change }) => change),
  );
  // Inside a flow collection a comma ends a value, elsewhere it does not; a text may look like a number: it is tried.
  const tried = applyEdits(
    text,
    placed.map(({ change: { value }, from, to }) => ({
      from,
      to,
      text: spelled(value, text.slice(from, to)),
    })),
  );
  return readsAs(tried, meant) ? tried : text;
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

/** A single value in its plainest spelling. */
function spelled(value: Single, old: string): string {
  if (value.kind !== 'string') return value.kind === 'number' ? value.raw : String(value.value);
  if (old.startsWith('"') || /[\n\r]/.test(value.value)) return JSON.stringify(value.value);
  return old.startsWith("'") ? `'${value.value.replaceAll("'", "''")}'` : value.value;
}

function readsAs(text: string, meant: JsonNode): boolean {
  try {
    return equalJson(parseYaml(text), meant);
  } catch {
    return false;
  }
}
