import type { Change } from './diff.ts';
import { equalJson, type JsonNode } from './tree.ts';
import { nodeAt, pointerOf } from './pointer.ts';

/**
 * The same changes, in which a list that only grew at its end is not replaced: its new elements are added behind
 * whatever stands there by then, so that an element which another adds meanwhile survives.
 */
export function withAppends(from: JsonNode, changes: readonly Change[]): Change[] {
  return changes.flatMap((change): Change | Change[] => {
    const before = nodeAt(from, pointerOf(change.path));
    if (change.op !== 'replace' || change.value?.kind !== 'array' || before?.kind !== 'array') return change;
    const { items } = change.value;
    const grew =
      before.items.length < items.length && before.items.every((item, at) => equalJson(item, items[at]));
    if (!grew) return change;
    return items
      .slice(before.items.length)
      .map((value) => ({ op: 'add', path: [...change.path, '-'], value }));
  });
}
