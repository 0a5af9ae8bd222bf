/** A copy of an object without some of its members. */
export function omit<T extends object, K extends keyof T>(object: T, ...names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name as K))) as Omit<
    T,
    K
  >;
}

/** The text, or a fallback when it is absent or empty. */
export function textOr(text: string | null | undefined, fallback: string): string {
  return text === null || text === undefined || text === '' ? fallback : text;
}
