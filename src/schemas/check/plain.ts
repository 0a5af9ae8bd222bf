import type { JsonNode } from '../../ory/json/tree.ts';

/** Deeper documents are left to the server. */
export const DEEPEST = 200;

/**
 * A tree as a value for a validator.
 * @param deepest how deep it may be
 * @returns undefined where it is deeper
 */
export function plainOf(node: JsonNode, deepest: number): unknown {
  try {
    return plain(node, deepest);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a tree is no deeper than so many levels. */
export function isShallow(node: JsonNode, levels: number): boolean {
  if (levels === 0) return false;
  if (node.kind === 'object') {
    for (const child of node.members.values()) if (!isShallow(child, levels - 1)) return false;
  } else if (node.kind === 'array') return node.items.every((item) => isShallow(item, levels - 1));
  return true;
}

function plain(node: JsonNode, deepest: number): unknown {
  if (deepest === 0) throw new RangeError('nested too deeply');
  switch (node.kind) {
    case 'object': {
      // A member named __proto__ is one like any other.
      const members = [...node.members].map(([name, value]) => [name, plain(value, deepest - 1)] as const);
      return Object.fromEntries(members);
    }
    case 'array':
      return node.items.map((item) => plain(item, deepest - 1));
    case 'number':
      return Number(node.raw);
    default:
      return node.value;
  }
}
