import { segmentsOf } from '../../../src/ory/json/pointer.ts';
import type { JsonNode } from '../../../src/ory/json/tree.ts';

// Places of trees in tests. Of a list whose order a server does not keep, `[a]` is the element whose `kid` or `id` is a.

/** What stands at a place. */
export const at = (tree: JsonNode, pointer: string): JsonNode | undefined =>
  segmentsOf(pointer).reduce<JsonNode | undefined>((node, segment) => node && childOf(node, segment), tree);

/** The tree with a value at a place; objects on the way are made. */
export const put = (tree: JsonNode, pointer: string, value: JsonNode): JsonNode =>
  putAt(tree, segmentsOf(pointer), value);

function childOf(node: JsonNode, segment: string): JsonNode | undefined {
  if (node.kind === 'object') return node.members.get(segment);
  return node.kind === 'array' ? node.items[numberOf(node.items, segment)] : undefined;
}

function numberOf(items: readonly JsonNode[], segment: string): number {
  const name = /^\[(.*)\]$/.exec(segment)?.[1];
  if (name === undefined) return Number(segment);
  return items.findIndex((item) =>
    ['kid', 'id'].some((by) => {
      const found = childOf(item, by);
      return found?.kind === 'string' && found.value === name;
    }),
  );
}

function putAt(node: JsonNode, [name, ...rest]: readonly string[], value: JsonNode): JsonNode {
  if (name === undefined) return value;
  if (node.kind === 'array') {
    const place = numberOf(node.items, name);
    return {
      kind: 'array',
      items: node.items.map((item, n) => (n === place ? putAt(item, rest, value) : item)),
    };
  }
  const members = new Map(node.kind === 'object' ? node.members : []);
  members.set(name, putAt(members.get(name) ?? { kind: 'object', members: new Map() }, rest, value));
  return { kind: 'object', members };
}
