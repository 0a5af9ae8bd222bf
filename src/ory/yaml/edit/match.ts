import type { Marks } from '../../json/marks.ts';
import type { JsonNode } from '../../json/tree.ts';

/** Members that name an item of a list, the surest first. */
const NAMES = ['id', 'kid', 'client_id', 'name', 'provider', 'hook', 'type', 'url', 'value'];

/**
 * Which item of a list each wanted one was before: one that is equal, or that alone has the same name, or that stands
 * where it stood, between the same others.
 * @param marksOf what was found out about both trees so far
 * @returns for each of the wanted the number of the old one, or undefined for a new one
 */
export function matchItems(
  before: readonly JsonNode[],
  wanted: readonly JsonNode[],
  marksOf: Marks,
): readonly (number | undefined)[] {
  const found: (number | undefined)[] = wanted.map(() => undefined);
  const taken = new Set<number>();
  const take = (at: number, old: number) => {
    found[at] = old;
    taken.add(old);
  };
  const free = (markOf: (item: JsonNode) => string | undefined) => ({
    old: grouped(before, (item, at) => (taken.has(at) ? undefined : markOf(item))),
    now: grouped(wanted, (item, at) => (found[at] === undefined ? markOf(item) : undefined)),
  });

  const canonical = (item: JsonNode) => marksOf.of(item);
  const marks = { old: before.map(canonical), now: wanted.map(canonical) };
  // Of several that are alike, those at both ends are the same first: a single change is seen where it was made.
  const least = Math.min(before.length, wanted.length);
  let head = 0;
  while (head < least && marks.old[head] === marks.now[head]) take(head, head++);
  for (let tail = 1; tail <= least - head; tail++) {
    const [old, at] = [before.length - tail, wanted.length - tail];
    if (marks.old[old] !== marks.now[at]) break;
    take(at, old);
  }
  const same = free(canonical);
  for (const [mark, places] of same.now) {
    const olds = same.old.get(mark) ?? [];
    for (const [n, at] of places.entries()) if (olds[n] !== undefined) take(at, olds[n]);
  }
  for (const name of NAMES) {
    const named = free((item) => namedBy(item, name));
    for (const [mark, [at, ...more]] of named.now) {
      const [old, ...others] = named.old.get(mark) ?? [];
      if (at !== undefined && old !== undefined && more.length + others.length === 0) take(at, old);
    }
  }
  inBetween(before.length, found, taken, take);
  return found;
}

/** What is left stands for what was left between the same neighbours, in its order. */
function inBetween(
  length: number,
  found: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
  take: (at: number, old: number) => void,
): void {
  let next = 0;
  for (const [at, old] of [...found].entries()) {
    if (old !== undefined) next = old + 1;
    else if (next < length && !taken.has(next)) take(at, next++);
  }
}

function grouped(
  items: readonly JsonNode[],
  markOf: (item: JsonNode, at: number) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, item] of items.entries()) {
    const mark = markOf(item, at);
    if (mark === undefined) continue;
    const group = groups.get(mark);
    if (group) group.push(at);
    else groups.set(mark, [at]);
  }
  return groups;
}

function namedBy(item: JsonNode, name: string): string | undefined {
  const value = item.kind === 'object' ? item.members.get(name) : undefined;
  return value?.kind === 'string' ? value.value : undefined;
}
