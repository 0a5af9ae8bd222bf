/** What a table of ours has under a name that a server chose: "constructor" is in every object, and no entry of any. */
export const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
