import { type CST, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from '../plain.ts';
import { nameOfKey } from '../tree.ts';

/** One member of an object or item of a list, where it stands. */
export interface Entry {
  /** Of a member; of a merge key undefined, too. */
  readonly name: string | undefined;
  readonly isMerge: boolean;
  readonly node: Node | undefined;
  /** Where its name begins, or its dash. */
  readonly start: number;
  /** Right behind its colon or its dash; of an item in flow style where it begins. */
  readonly behind: number;
  /** Whether there is a colon or a dash. */
  readonly isMarked: boolean;
  /** Anchor and tag before the value. */
  readonly props: (Span & { readonly anchor: string }) | undefined;
  /** The value without them; undefined where nothing is written. */
  readonly value: Span | undefined;
  /** Where the last of it ends, comments aside. */
  readonly end: number;
}

/** A collection is written in a way that is not looked into: it can only be written anew as a whole. */
export class Opaque extends Error {}

/** What a collection holds, in the order of the text. @throws {Opaque} */
export function entriesOf(text: string, node: YAMLMap | YAMLSeq): readonly Entry[] {
  if (isMap(node)) {
    const pairs = node.items as Pair<Node, Node | null>[];
    // `k: v` as an item of a list in flow style is an object without braces.
    if (node.flow === true && node.srcToken?.type !== 'flow-collection') throw new Opaque();
    return pairs.map((pair) => memberEntry(text, pair));
  }
  const { srcToken } = node;
  if (srcToken?.type !== 'block-seq' && srcToken?.type !== 'flow-collection') throw new Opaque();
  const items = (srcToken.items as CST.CollectionItem[]).filter(isItem);
  if (items.length !== node.items.length) throw new Opaque();
  return node.items.map((item, at) => itemEntry(text, item as Node | null, items[at] ?? { start: [] }));
}

/** The last of what a collection in block style holds: the others need not be looked into to tell where it ends. */
function lastOf(text: string, node: YAMLMap | YAMLSeq): Entry | undefined {
  const last = node.items.at(-1);
  if (last === undefined) return undefined;
  if (isMap(node)) return memberEntry(text, last as Pair<Node, Node | null>);
  const items = node.srcToken?.type === 'block-seq' ? node.srcToken.items : [];
  return itemEntry(text, last as Node | null, items.findLast(isItem) ?? { start: [] });
}

const isItem = ({ start, key, sep, value }: CST.CollectionItem): boolean =>
  start.some(({ type }) => type === 'seq-item-ind') || Boolean(key ?? sep ?? value);

function memberEntry(text: string, { key, value, srcToken }: Pair<Node, Node | null>): Entry {
  const item = srcToken;
  if (!item?.key || !isScalar(key) || !key.range) throw new Opaque();
  if ('explicitKey' in item || item.start.some(({ type }) => type === 'explicit-key-ind')) throw new Opaque();
  const colon = item.sep?.findIndex(({ type }) => type === 'map-value-ind') ?? -1;
  const mark = item.sep?.[colon];
  const isMerge = key.value === '<<' && key.type === 'PLAIN';
  return entry(text, value, item, {
    name: isMerge ? undefined : nameOfKey(key),
    isMerge,
    start: propsIn(item.start)?.from ?? key.range[0],
    behind: mark ? mark.offset + 1 : key.range[1],
    isMarked: mark !== undefined,
    tokens: item.sep?.slice(colon + 1) ?? [],
  });
}

function itemEntry(text: string, node: Node | null, item: CST.CollectionItem): Entry {
  const dash = item.start.findIndex(({ type }) => type === 'seq-item-ind');
  const mark = item.start[dash];
  const props = propsIn(item.start.slice(dash + 1));
  // In flow style, `k: v` among the items is an object without braces.
  const start = mark?.offset ?? props?.from ?? node?.range?.[0];
  if (start === undefined || item.key || item.sep) throw new Opaque();
  return entry(text, node, item, {
    name: undefined,
    isMerge: false,
    start,
    behind: mark ? mark.offset + 1 : start,
    isMarked: mark !== undefined,
    tokens: item.start.slice(dash + 1),
  });
}

function entry(
  text: string,
  node: Node | null,
  item: CST.CollectionItem,
  known: Pick<Entry, 'name' | 'isMerge' | 'start' | 'behind' | 'isMarked'> & {
    readonly tokens: readonly CST.SourceToken[];
  },
): Entry {
  const { tokens, ...rest } = known;
  const props = propsIn(tokens);
  const value = node && item.value ? spanOf(text, node) : undefined;
  return {
    ...rest,
    node: node ?? undefined,
    props,
    value,
    end: value?.to ?? props?.to ?? known.behind,
  };
}

function propsIn(tokens: readonly CST.SourceToken[]): Entry['props'] {
  const props = tokens.filter(({ type }) => type === 'anchor' || type === 'tag');
  const [first, last] = [props[0], props.at(-1)];
  if (!first || !last) return undefined;
  const anchor = props.find(({ type }) => type === 'anchor')?.source ?? '';
  return { from: first.offset, to: last.offset + last.source.length, anchor };
}

/** Where a value stands, without comments and line breaks behind it. */
export function spanOf(text: string, node: Node): Span {
  if (!node.range) throw new Opaque();
  const [from, to] = node.range;
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    return { from, to: lastOf(text, node)?.end ?? to };
  }
  // A block of lines ends with the break of its last one.
  const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return { from, to: isBlock && text[to - 1] === '\n' ? to - 1 : to };
}
