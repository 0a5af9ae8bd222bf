/**
 * Every name of both lists once: in the order of the first, each one of the second alone behind what it stood behind,
 * and at the end where it stood at the end.
 */
export function weave(spine: readonly string[], others: readonly string[]): string[] {
  const known = new Set(spine);
  const behind = new Map<string | undefined, string[]>([[undefined, []]]);
  let group = behind.get(undefined) ?? [];
  for (const name of others) {
    if (known.has(name)) behind.set(name, (group = []));
    else group.push(name);
  }
  const end = group;
  const within = (anchor: string | undefined) => {
    const names = behind.get(anchor);
    return names === undefined || names === end ? [] : names;
  };
  return [...within(undefined), ...spine.flatMap((name) => [name, ...within(name)]), ...end];
}
