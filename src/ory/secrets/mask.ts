import { matches, nodeAt, pointerOf, rewrite, segmentsOf } from '../json/pointer.ts';
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

/** A mask that stands where nothing is to be filled in, or a secret place that was written over. */
export class MaskError extends Error {
  constructor(readonly pointer: string) {
    super(
      `${pointer} is masked here and can't be edited in the document: leave it as it is, ` +
        'or use the command that changes this secret.',
    );
    this.name = 'MaskError';
  }
}

/**
 * Fills masks in again from a fresh read.
 * @param edited the saved document, masked
 * @param fresh the server's copy, unmasked
 * @param opened the document as it was opened, masked: a secret that was masked there may not be written over
 * @throws {MaskError} where a mask was edited, moved or copied
 */
export function unmaskJson(edited: JsonNode, fresh: JsonNode, opened: JsonNode): JsonNode {
  rewrite(opened, (node, path) => {
    if (!isMask(node)) return undefined;
    const now = nodeAt(edited, pointerOf(path));
    if (now && !isMask(now)) throw new MaskError(pointerOf(path));
    return node;
  });
  return rewrite(edited, (node, path) => {
    if (!isMask(node)) return undefined;
    const pointer = pointerOf(path);
    const value = nodeAt(fresh, pointer);
    if (!value || !isMask(nodeAt(opened, pointer))) throw new MaskError(pointer);
    return value;
  });
}
