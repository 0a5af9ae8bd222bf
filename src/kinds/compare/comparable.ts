import { matches, rewrite, segmentsOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { inOrder } from '../changes.ts';
import type { Kind } from '../kind.ts';

/** A copy of a resource without what changes by itself and what every resource has of its own. */
export function comparable(kind: Kind, root: JsonNode): JsonNode {
  const dropped = [...kind.volatile, ...(kind.incidental ?? [])].map(segmentsOf);
  return inOrder(kind, without(root, dropped));
}

type Patterns = readonly (readonly string[])[];

function without(root: JsonNode, dropped: Patterns): JsonNode {
  const prune = (node: JsonNode, path: readonly string[]): JsonNode | undefined => {
    if (node.kind !== 'object') return undefined;
    const kept = [...node.members].filter(
      ([name]) => !dropped.some((pattern) => matches(pattern, [...path, name])),
    );
    return {
      kind: 'object',
      members: new Map(kept.map(([name, value]) => [name, rewrite(value, prune, [...path, name])])),
    };
  };
  return rewrite(root, prune);
}

/**
 * The same tree with the members of its objects in the order in which a model has them, others after those: two copies
 * from different servers can be laid side by side then.
 */
export function arrangedLike(node: JsonNode, model: JsonNode | undefined): JsonNode {
  if (node.kind === 'array') {
    const items = model?.kind === 'array' ? model.items : [];
    return { kind: 'array', items: node.items.map((item, at) => arrangedLike(item, items[at])) };
  }
  if (node.kind !== 'object' || model?.kind !== 'object') return node;
  const { members } = node;
  const names = new Set([
    ...[...model.members.keys()].filter((name) => members.has(name)),
    ...members.keys(),
  ]);
  return {
    kind: 'object',
    members: new Map(
      [...names].flatMap((name) => {
        const value = members.get(name);
        return value ? [[name, arrangedLike(value, model.members.get(name))] as const] : [];
      }),
    ),
  };
}
