import type { JsonNode } from '../../ory/json/tree.ts';

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
