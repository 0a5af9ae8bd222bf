import { childOf, matches, pointerOf, rewrite, segmentsOf } from '../json/pointer.ts';
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
 * Fills masks in again from a fresh read. Elements of lists are found by their `kid` or `id`, so that a list may be
 * sorted, shortened or added to.
 * @param edited the saved document, masked
 * @param fresh the server's copy, unmasked
 * @param opened the document as it was opened, masked: a secret that was masked there may not be written over
 * @throws {MaskError} where a mask was edited, moved or copied
 */
export function unmaskJson(edited: JsonNode, fresh: JsonNode, opened: JsonNode): JsonNode {
  return fill(edited, fresh, opened, []);
}

type Maybe = JsonNode | undefined;

function fill(edited: JsonNode, fresh: Maybe, opened: Maybe, path: readonly string[]): JsonNode {
  if (isMask(edited)) {
    if (fresh && isMask(opened)) return fresh;
    throw new MaskError(pointerOf(path));
  }
  if (isMask(opened)) throw new MaskError(pointerOf(path));
  if (edited.kind === 'object') {
    return {
      kind: 'object',
      members: new Map(
        [...edited.members].map(([name, value]) => [
          name,
          fill(value, childOf(fresh, name), childOf(opened, name), [...path, name]),
        ]),
      ),
    };
  }
  if (edited.kind === 'array') {
    return {
      kind: 'array',
      items: edited.items.map((item, at) =>
        fill(item, partnerOf(edited, at, fresh), partnerOf(edited, at, opened), [...path, String(at)]),
      ),
    };
  }
  return edited;
}

/**
 * The element of another copy of a list that stands for the same thing. Where nothing names it, its place does, but only
 * in a list as long as before: else a secret could move to another element.
 */
function partnerOf({ items }: { items: readonly JsonNode[] }, at: number, list: Maybe): Maybe {
  if (list?.kind !== 'array') return undefined;
  const name = nameOf(items[at]);
  if (name === undefined) return items.length === list.items.length ? list.items[at] : undefined;
  const found = list.items.filter((other) => nameOf(other) === name);
  return found.length > 1 ? found.find((other) => other === list.items[at]) : found[0];
}

function nameOf(item: Maybe): string | undefined {
  const name = childOf(item, 'kid') ?? childOf(item, 'id');
  return name?.kind === 'string' ? name.value : undefined;
}
