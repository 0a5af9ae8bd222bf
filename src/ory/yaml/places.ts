import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { childOf } from '../json/pointer.ts';
import type { PlainYaml, Span } from './plain.ts';
import { nameOfKey, type ParsedYaml } from './tree.ts';

/** Where a value stands. */
export interface YamlPlace {
  /** Its name; undefined at the top and in lists. */
  readonly key: Span | undefined;
  /** Undefined where nothing is written for it. */
  readonly value: Span | undefined;
  /** Whether it is a single value, in its own words. */
  readonly single: boolean;
  /** The node of the library, where it was that which read the text. */
  readonly node?: Node;
}

/** The place at the end of a path, or of as much of it as is there. */
export function placeAt({ source, tree }: ParsedYaml, path: readonly string[]): YamlPlace {
  if ('places' in source) return placeInPlain(source, tree, path);
  let at: { readonly key?: Node; readonly value: Node | null } = { value: source.contents };
  for (const segment of path) {
    const next = below(at.value, segment);
    if (!next) break;
    at = next;
  }
  const { key, value } = at;
  return {
    key: key && spanOf(key),
    value: spanOf(value),
    single: isScalar(value),
    ...(value ? { node: value } : {}),
  };
}

function placeInPlain({ places }: PlainYaml, tree: ParsedYaml['tree'], path: readonly string[]): YamlPlace {
  let node = tree;
  for (const segment of path) {
    const next = childOf(node, segment);
    if (!next) break;
    node = next;
  }
  const place = places.get(node);
  const single = node.kind !== 'object' && node.kind !== 'array' && place?.block !== true;
  return { key: place?.key, value: place, single };
}

function below(node: Node | null, segment: string) {
  if (isMap(node)) {
    const pair = pairsByName(node).get(segment);
    return pair && { key: pair.key, value: pair.value };
  }
  const item = isSeq(node) ? (node.items[Number(segment)] as Node | undefined) : undefined;
  return item && { value: item };
}

/** Of each object that was looked into: of a large one many members may be asked for. */
const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair<Node, Node | null>>>();

function pairsByName(map: YAMLMap): ReadonlyMap<string, Pair<Node, Node | null>> {
  let pairs = known.get(map);
  if (!pairs) {
    pairs = new Map((map.items as Pair<Node, Node | null>[]).map((pair) => [nameOfKey(pair.key), pair]));
    known.set(map, pairs);
  }
  return pairs;
}

function spanOf(node: Node | null): Span | undefined {
  if (!node?.range) return undefined;
  const [from, to] = node.range;
  return { from, to };
}
