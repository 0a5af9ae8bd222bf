import { matches, segmentsOf } from '../json/pointer.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import type { SecretPointer } from '../operations/operation.ts';

/** What stands in a document where a secret is. Saved unchanged it means: as it was. */
export const MASK = '••••••••';

const maskNode: JsonNode = { kind: 'string', value: MASK };
export const isMask = (node: JsonNode | undefined): boolean => equalJson(node, maskNode);

/** A tree with the scalars at secret places masked; empty strings and null are no secrets and stay. */
export function maskJson(root: JsonNode, secrets: readonly SecretPointer[]): JsonNode {
  return mask(root, secrets.map(segmentsOf));
}

type Pattern = readonly string[];

/** Goes down only where a pattern leads, so that the rest of a large answer is neither looked at nor copied. */
function mask(node: JsonNode, patterns: readonly Pattern[]): JsonNode {
  if (patterns.length === 0) return node;
  switch (node.kind) {
    case 'object':
      return {
        kind: 'object',
        members: new Map(
          [...node.members].map(([name, value]) => [name, mask(value, below(patterns, name))]),
        ),
      };
    case 'array':
      return { kind: 'array', items: node.items.map((item, at) => mask(item, below(patterns, String(at)))) };
    case 'literal':
      return node;
    default:
      if (node.kind === 'string' && node.value === '') return node;
      return patterns.some((pattern) => matches(pattern, [])) ? maskNode : node;
  }
}

/** What is left of the patterns one segment further down. */
function below(patterns: readonly Pattern[], segment: string): readonly Pattern[] {
  return patterns.flatMap((pattern) => step(pattern, segment));
}

function step(pattern: Pattern, segment: string): Pattern[] {
  const [head, ...rest] = pattern;
  if (head === '**') return [pattern, ...step(rest, segment)];
  return head === '*' || head === segment ? [rest] : [];
}
