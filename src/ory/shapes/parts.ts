import * as l10n from '@vscode/l10n';
import * as v from 'valibot';

// What code relies on, and no more: members that aren't named here may be anything, and whatever a server leaves out or
// writes as null is absent.

export const text = v.nullish(v.string());
export const count = v.nullish(v.number());
export const flag = v.nullish(v.boolean());
export const anything = v.optional(v.unknown());
/** What a resource is known by: without it nothing can be shown or asked. */
export const id = v.pipe(v.string(), v.nonEmpty(l10n.t('is empty')));
export const texts = v.nullish(v.array(v.string()));
/** To valibot, a list is an object like others. */
const noList = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
export const object = <E extends v.ObjectEntries>(entries: E) => v.pipe(noList, v.looseObject(entries));
export const optional = v.nullish;
export const listOf = <S extends v.GenericSchema>(item: S) => v.nullish(v.array(item));
/** An answer that is a list as a whole: nothing is an empty one, and gaps are passed over (see `isList`). */
export const answerList = <S extends v.GenericSchema>(item: S) => v.nullish(v.array(v.nullable(item)));
export const named = <S extends v.GenericSchema>(value: S) =>
  v.nullish(v.pipe(noList, v.record(v.string(), v.nullable(value))));
/** An object about whose members nothing is known. */
export const open = v.nullish(noList);
