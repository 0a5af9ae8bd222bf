import { nodeAt, pointerOf, rewrite } from '../../ory/json/pointer.ts';
import { equalJson, type JsonNode, printJson } from '../../ory/json/tree.ts';
import { isMask, MASK, maskJson } from '../../ory/secrets/mask.ts';
import type { Kind } from '../kind.ts';
import { arrangedLike, comparable } from './comparable.ts';

/** Stands on the right where both sides hold a secret, but not the same. */
const ANOTHER = `${MASK} (another)`;

/** Two copies of one kind of resource as texts whose lines can be compared. No secret is in them. */
export interface SideBySide {
  readonly left: string;
  readonly right: string;
}

/**
 * Lays two copies side by side: what changes by itself is left out, members stand in the left one's order, secrets are
 * masked, and the right one says where its secret is another.
 * @param left unmasked, as is `right`
 */
export function sideBySide(kind: Kind, left: JsonNode, right: JsonNode): SideBySide {
  const a = comparable(kind, left);
  const b = arrangedLike(comparable(kind, right), a);
  return { left: text(maskJson(a, kind.secrets)), right: text(maskedBeside(kind, b, a)) };
}

const text = (tree: JsonNode): string => `${printJson(tree, 2)}\n`;

function maskedBeside(kind: Kind, tree: JsonNode, other: JsonNode): JsonNode {
  return rewrite(maskJson(tree, kind.secrets), (node, path) => {
    if (!isMask(node)) return undefined;
    const pointer = pointerOf(path);
    const here = nodeAt(tree, pointer);
    const there = nodeAt(other, pointer);
    const known = there !== undefined && !isMask(there) && !isMask(here);
    return known && !equalJson(here, there) ? { kind: 'string', value: ANOTHER } : undefined;
  });
}
