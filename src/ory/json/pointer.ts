import type { JsonNode } from './tree.ts';

/** RFC 6901: the segments of a pointer, unescaped. */
export function segmentsOf(pointer: string): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** RFC 6901: a pointer from its segments. */
export function pointerOf(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function childOf(node: JsonNode | undefined, segment: string): JsonNode | undefined {
  if (node?.kind === 'object') return node.members.get(segment);
  if (node?.kind === 'array') return /^(0|[1-9]\d*)$/.test(segment) ? node.items[Number(segment)] : undefined;
  return undefined;
}

/** The node at a pointer, or undefined. */
export function nodeAt(root: JsonNode, pointer: string): JsonNode | undefined {
  return segmentsOf(pointer).reduce<JsonNode | undefined>((node, segment) => childOf(node, segment), root);
}

/** Whether one of two places lies at the other or below it. */
export const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  (a.length <= b.length ? a : b).every((segment, at) => segment === a[at] && segment === b[at]);

/** Whether segments fit a pattern, in which `*` stands for one segment and `**` for any number. */
export function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head === '**') {
    return matches(rest, path) || (path.length > 0 && matches(pattern, path.slice(1)));
  }
  const [segment, ...deeper] = path;
  return segment !== undefined && (head === '*' || head === segment) && matches(rest, deeper);
}

/** Every node with its path, parents before children; `visit` returns a replacement, or undefined to go on. */
export function rewrite(
  node: JsonNode,
  visit: (node: JsonNode, path: readonly string[]) => JsonNode | undefined,
  path: readonly string[] = [],
): JsonNode {
  const replaced = visit(node, path);
  if (replaced) return replaced;
  if (node.kind === 'object') {
    return {
      kind: 'object',
      members: new Map([...node.members].map(([key, value]) => [key, rewrite(value, visit, [...path, key])])),
    };
  }
  if (node.kind === 'array') {
    return {
      kind: 'array',
      items: node.items.map((item, at) => rewrite(item, visit, [...path, String(at)])),
    };
  }
  return node;
}
