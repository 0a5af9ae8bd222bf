import { pointerOf } from './pointer.ts';
import { equalJson, type JsonNode } from './tree.ts';

/** One step of a JSON Patch; `value` keeps its digits and order. */
export interface Change {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: readonly string[];
  readonly value?: JsonNode;
}

/**
 * What turns one tree into another, in the three operations that Ory's servers take. Arrays that differ are replaced
 * as a whole: an index may mean another element by the time the server applies the patch.
 */
export function diffJson(from: JsonNode, to: JsonNode, path: readonly string[] = []): Change[] {
  if (equalJson(from, to)) return [];
  if (from.kind !== 'object' || to.kind !== 'object') return [{ op: 'replace', path, value: to }];
  const changes: Change[] = [];
  for (const [key, value] of from.members) {
    const now = to.members.get(key);
    if (now === undefined) changes.push({ op: 'remove', path: [...path, key] });
    else changes.push(...diffJson(value, now, [...path, key]));
  }
  for (const [key, value] of to.members) {
    if (!from.members.has(key)) changes.push({ op: 'add', path: [...path, key], value });
  }
  return changes;
}

/** The JSON Patch document for a list of changes. */
export function patchDocument(changes: readonly Change[]): JsonNode {
  const text = (value: string): JsonNode => ({ kind: 'string', value });
  return {
    kind: 'array',
    items: changes.map((change) => ({
      kind: 'object',
      members: new Map<string, JsonNode>([
        ['op', text(change.op)],
        ['path', text(pointerOf(change.path))],
        ...(change.value ? [['value', change.value] as const] : []),
      ]),
    })),
  };
}

/** The tree after changes; the paths must exist as `diffJson` made them. */
export function applyChanges(root: JsonNode, changes: readonly Change[]): JsonNode {
  return changes.reduce((tree, change) => applyAt(tree, change, 0), root);
}

function applyAt(node: JsonNode, change: Change, depth: number): JsonNode {
  const key = change.path[depth];
  if (key === undefined) return change.value ?? node;
  if (node.kind !== 'object') return node;
  const members = new Map(node.members);
  if (depth === change.path.length - 1) {
    if (change.op === 'remove') members.delete(key);
    else if (change.value) members.set(key, change.value);
  } else {
    const child = members.get(key);
    if (child) members.set(key, applyAt(child, change, depth + 1));
  }
  return { kind: 'object', members };
}
