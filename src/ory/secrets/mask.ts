import { matches, segmentsOf } from '../json/pointer.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import type { SecretPointer } from '../operations/operation.ts';
import { hasForeignSchema } from './foreign-schema.ts';

/** What stands in a document where a secret is. Saved unchanged it means: as it was. */
export const MASK = '••••••••';

const maskNode: JsonNode = { kind: 'string', value: MASK };
export const isMask = (node: JsonNode | undefined): boolean => equalJson(node, maskNode);

/**
 * A tree with the scalars at secret places masked; empty strings and null are no secrets and stay. The address of a
 * schema that an editor would fetch and obey is masked as well.
 */
export function maskJson(root: JsonNode, secrets: readonly SecretPointer[]): JsonNode {
  return mask(maskForeignSchema(root), new Places(secrets.map(segmentsOf)));
}

/** A document without the address of a schema that an editor would obey, secrets as they are: what is revealed, too. */
export function maskForeignSchema(root: JsonNode): JsonNode {
  if (root.kind !== 'object' || !hasForeignSchema(root)) return root;
  return { kind: 'object', members: new Map([...root.members, ['$schema', maskNode]]) };
}

/** The texts at secret places, masks among them, each with its place. It goes down only where a pattern leads. */
export function textsAt(root: JsonNode, patterns: readonly Pattern[]): readonly TextAt[] {
  const found: TextAt[] = [];
  const walk = (node: JsonNode, places: Places, path: readonly string[]): void => {
    if (places.none) return;
    if (node.kind === 'string' && places.here) found.push({ path, value: node.value });
    const below = (name: string, child: JsonNode) => {
      const next = places.below(name);
      if (!next.none) walk(child, next, [...path, name]);
    };
    if (node.kind === 'object') for (const [name, child] of node.members) below(name, child);
    if (node.kind === 'array') for (const [at, child] of node.items.entries()) below(String(at), child);
  };
  walk(root, new Places(patterns), []);
  return found;
}

export interface TextAt {
  readonly path: readonly string[];
  readonly value: string;
}

export type Pattern = readonly string[];

/** Goes down only where a pattern leads, and copies only what changes: the rest of a large answer is left alone. */
function mask(node: JsonNode, places: Places): JsonNode {
  if (places.none) return node;
  switch (node.kind) {
    case 'object': {
      let changed: Map<string, JsonNode> | undefined;
      for (const [name, value] of node.members) {
        const masked = mask(value, places.below(name));
        if (masked !== value) (changed ??= new Map(node.members)).set(name, masked);
      }
      return changed ? { kind: 'object', members: changed } : node;
    }
    case 'array': {
      let changed: JsonNode[] | undefined;
      node.items.forEach((item, at) => {
        const masked = mask(item, places.below(String(at)));
        if (masked !== item) (changed ??= [...node.items])[at] = masked;
      });
      return changed ? { kind: 'array', items: changed } : node;
    }
    case 'literal':
      return node;
    default:
      if (node.kind === 'string' && node.value === '') return node;
      return places.here ? maskNode : node;
  }
}

/** Secret places as seen from a node, worked out once for all nodes that are alike. */
class Places {
  readonly none: boolean;
  /** Whether the node itself is one. */
  readonly here: boolean;
  private readonly names: ReadonlySet<string>;
  private readonly next = new Map<string, Places>();
  private readonly other: { places?: Places } = {};

  constructor(private readonly patterns: readonly Pattern[]) {
    this.none = patterns.length === 0;
    this.here = patterns.some((pattern) => matches(pattern, []));
    this.names = new Set(patterns.flatMap((pattern) => named(pattern)));
  }

  /** The places as seen from a child. */
  below(segment: string): Places {
    if (!this.names.has(segment)) return (this.other.places ??= this.step(segment));
    let places = this.next.get(segment);
    if (!places) this.next.set(segment, (places = this.step(segment)));
    return places;
  }

  private step(segment: string): Places {
    return new Places(this.patterns.flatMap((pattern) => step(pattern, segment)));
  }
}

/** The names that a pattern tells apart from all others for the next step. */
function named([head, ...rest]: Pattern): string[] {
  if (head === undefined || head === '*') return [];
  return head === '**' ? named(rest) : [head];
}

function step(pattern: Pattern, segment: string): Pattern[] {
  const [head, ...rest] = pattern;
  if (head === '**') return [pattern, ...step(rest, segment)];
  return head === '*' || head === segment ? [rest] : [];
}
