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
export function diffJson(from: JsonNode, to: JsonNode): Change[] {
  const changes: Change[] = [];
  collect(from, to, [], changes);
  return changes;
}

/** @param path where both stand; copied only where there is something to tell, because most of a tree is unchanged */
function collect(from: JsonNode, to: JsonNode, path: string[], changes: Change[]): void {
  if (from === to) return;
  if (from.kind !== 'object' || to.kind !== 'object') {
    if (!equalJson(from, to)) changes.push({ op: 'replace', path: [...path], value: to });
    return;
  }
  for (const [key, value] of from.members) {
    const now = to.members.get(key);
    path.push(key);
    if (now === undefined) changes.push({ op: 'remove', path: [...path] });
    else collect(value, now, path, changes);
    path.pop();
  }
  for (const [key, value] of to.members) {
    if (!from.members.has(key)) changes.push({ op: 'add', path: [...path, key], value });
  }
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
export const applyChanges = (root: JsonNode, changes: readonly Change[]): JsonNode =>
  changes.length === 0 ? root : applyAt(root, changes, 0);

function applyAt(node: JsonNode, changes: readonly Change[], depth: number): JsonNode {
  const whole = changes.find(({ path }) => path.length === depth);
  if (whole) return whole.value ?? node;
  if (node.kind !== 'object') return node;
  const members = new Map(node.members);
  for (const [name, inside] of byMember(changes, depth)) {
    const child = members.get(name);
    const [first] = inside;
    if (first?.path.length === depth + 1) {
      if (first.op === 'remove') members.delete(name);
      else if (first.value) members.set(name, first.value);
    } else if (child) members.set(name, applyAt(child, inside, depth + 1));
  }
  return { kind: 'object', members };
}

/** Changes by the member that they lie in, so that each object is copied once. */
function byMember(changes: readonly Change[], depth: number): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const name = change.path[depth] ?? '';
    const group = groups.get(name);
    if (group) group.push(change);
    else groups.set(name, [change]);
  }
  return groups;
}
