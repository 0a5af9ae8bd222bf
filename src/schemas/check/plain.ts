import * as l10n from '@vscode/l10n';
import type { JsonNode } from '../../ory/json/tree.ts';

/** Deeper documents are left to the server. */
export const DEEPEST = 200;

/**
 * A tree as a value for a validator. A member that is null counts as absent, as it does for Ory's servers.
 * @param deepest how deep it may be
 * @param free members at the top that hold anything: null is a value in them
 * @returns undefined where it is deeper
 */
export function plainOf(node: JsonNode, deepest: number, free: readonly string[]): unknown {
  try {
    if (node.kind !== 'object') return plain(node, deepest, false);
    const members = [...node.members].flatMap(([name, value]) =>
      isNull(value) ? [] : [[name, plain(value, deepest - 1, free.includes(name))] as const],
    );
    return Object.fromEntries(members);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const isNull = (node: JsonNode): boolean => node.kind === 'literal' && node.value === null;

function plain(node: JsonNode, deepest: number, nulls: boolean): unknown {
  if (deepest === 0) throw new RangeError(l10n.t('nested too deeply'));
  switch (node.kind) {
    case 'object': {
      // A member named __proto__ is one like any other.
      const members = [...node.members].flatMap(([name, value]) =>
        !nulls && isNull(value) ? [] : [[name, plain(value, deepest - 1, nulls)] as const],
      );
      return Object.fromEntries(members);
    }
    case 'array':
      return node.items.map((item) => plain(item, deepest - 1, nulls));
    case 'number':
      return Number(node.raw);
    default:
      return node.value;
  }
}
