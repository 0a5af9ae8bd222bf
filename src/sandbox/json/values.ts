import { RawNumber } from './raw-number.ts';

export type JsonObject = Record<string, unknown>;

/** True for an object that is neither null, a list nor a kept number. */
export function isObject(value: unknown): value is JsonObject {
  return (
    value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof RawNumber)
  );
}

/** The object itself, or an empty one when the value is anything else. */
export function objectOr(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** What the value is called in the servers' messages: `number`, `string`, `array`, `null`, … */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof RawNumber) return 'number';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** The value at a path of keys (`serve`, `public`, `port`), undefined when a step is missing. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

/** A deep copy, kept numbers included. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((inner: unknown) => copy(inner)) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)])) as T;
}

/** The value as a word in a text: '' for nothing, JSON for what is no plain value. */
export function wordOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return value instanceof RawNumber ? value.text : JSON.stringify(value);
}

/** True when lists and objects lie more than `limit` deep within each other; for values of any depth. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    level = level.flatMap(members);
    if (level.length > 0 && depth >= limit) return true;
  }
  return false;
}

function members(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  return isObject(value) ? Object.values(value) : [];
}
