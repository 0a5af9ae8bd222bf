import { isMap, isScalar, type Node, type Pair } from 'yaml';
import { applyChanges, type Change, diffJson } from '../json/diff.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import { nameOfKey, parseYaml, yamlDocument } from './tree.ts';

/** Each value is tried out; where so many differ, the text is another one anyway. */
const AT_MOST = 40;

/** A text in which single values that a tree has otherwise are written over, each in its place and in its quotes. */
export function withValues(text: string, tree: JsonNode): string {
  const changes = diffJson(parseYaml(text), tree).filter(({ op }) => op === 'replace');
  return changes.length > AT_MOST ? text : changes.reduce(withValue, text);
}

function withValue(text: string, change: Change): string {
  const range = rangeAt(yamlDocument(text).contents, change.path);
  if (!range || !change.value) return text;
  const meant = applyChanges(parseYaml(text), [change]);
  const tries = spellings(change.value, text.slice(range.from, range.to)).map(
    (spelling) => text.slice(0, range.from) + spelling + text.slice(range.to),
  );
  // Inside a flow collection a comma ends a value, elsewhere it does not; a text may look like a number: it is tried.
  return tries.find((tried) => readsAs(tried, meant)) ?? text;
}

/** Where a value stands alone on its line; undefined where it is shared, of several lines, or holds others. */
function rangeAt(
  root: Node | null,
  path: readonly string[],
): { readonly from: number; readonly to: number } | undefined {
  let node = root;
  for (const segment of path) {
    if (!isMap(node)) return undefined;
    const pairs = node.items as Pair<Node, Node | null>[];
    node = pairs.find(({ key }) => nameOfKey(key) === segment)?.value ?? null;
  }
  if (!isScalar(node) || !node.range || node.anchor || node.tag) return undefined;
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return undefined;
  const [from, to] = node.range;
  return to > from ? { from, to } : undefined;
}

/** The ways to write a value, the plainest first; none for what holds others. */
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
