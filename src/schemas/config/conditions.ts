import type { JsonSchema } from '../json-schema.ts';
import type { Member } from './table.ts';

/** What must be so beside a member for versions to take it; undefined where they always do. */
export function conditionOf({ when, unless, without }: Member): JsonSchema | undefined {
  if (when) return hasValue(when);
  if (unless) return { not: hasValue(unless) };
  return without && { not: { anyOf: without.map(has) } };
}

/** Completion offers the member only where the condition holds; elsewhere it is described, and not marked. */
export const offeredIf = (condition: JsonSchema, name: string, member: JsonSchema): JsonSchema => ({
  if: condition,
  then: { properties: { [name]: member } },
  else: { properties: { [name]: { ...member, doNotSuggest: true } } },
});

/** There is such a member. Where completion is asked for, YAML's language service takes `required` for met. */
export const has = (name: string): JsonSchema => ({ not: { properties: { [name]: false } } });

/** Each of the members is there and has one of its values. */
export const hasValue = (values: Readonly<Record<string, readonly string[]>>): JsonSchema => ({
  allOf: Object.keys(values).map(has),
  properties: Object.fromEntries(Object.entries(values).map(([name, some]) => [name, { enum: some }])),
});

/** The members must be there. A rule of its own: beside them, completion would offer a nameless skeleton. */
export const needing = (names: readonly string[]): JsonSchema[] =>
  names.length > 0 ? [{ required: names }] : [];
