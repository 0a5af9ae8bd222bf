/** Every name of both lists once: in the order of the first, each one of the second alone behind what it stood behind. */
export function weave(spine: readonly string[], others: readonly string[]): string[] {
  const known = new Set(spine);
  const behind = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const name of others) {
    if (known.has(name)) anchor = name;
    else push(behind, anchor, name);
  }
  return [...(behind.get(undefined) ?? []), ...spine.flatMap((name) => [name, ...(behind.get(name) ?? [])])];
}

function push(lists: Map<string | undefined, string[]>, key: string | undefined, name: string): void {
  const list = lists.get(key);
  if (list) list.push(name);
  else lists.set(key, [name]);
}
