import { matches, rewrite, segmentsOf } from '../json/pointer.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import type { SecretPointer } from '../operations/operation.ts';

/** What stands in a document where a secret is. Saved unchanged it means: as it was. */
export const MASK = '••••••••';

const maskNode: JsonNode = { kind: 'string', value: MASK };
export const isMask = (node: JsonNode | undefined): boolean => equalJson(node, maskNode);

/** A tree with the scalars at secret places masked; empty strings and null are no secrets and stay. */
export function maskJson(root: JsonNode, secrets: readonly SecretPointer[]): JsonNode {
  const patterns = secrets.map(segmentsOf);
  if (patterns.length === 0) return root;
  return rewrite(root, (node, path) => {
    if (node.kind === 'object' || node.kind === 'array') return undefined;
    if (node.kind === 'literal' || (node.kind === 'string' && node.value === '')) return undefined;
    return patterns.some((pattern) => matches(pattern, path)) ? maskNode : undefined;
  });
}
