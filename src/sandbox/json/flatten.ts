import { isObject } from './values.ts';

/** The leaves of a value with their dotted paths; members of a list are numbered, empty objects have no leaves. */
export function flatten(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => flatten(item, [...path, String(at)]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...path, key]));
  return path.length === 0 ? [] : [[path.join('.'), value]];
}
