/** When something is offered, as data: a menu's `when` clause is written from it, and it can be asked here as well. */
export type Condition =
  | { readonly key: string }
  | { readonly key: string; readonly is: string }
  /** A regular expression, as it stands between slashes. */
  | { readonly key: string; readonly matches: string }
  /** Whether the value of one context key is in the list that another one holds. */
  | { readonly key: string; readonly in: string }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** What context keys hold, by name; a missing one counts as false. */
export type Context = Readonly<Record<string, unknown>>;

export const NEVER: Condition = { key: 'false' };

export const not = (condition: Condition): Condition => ({ not: condition });
export const all = (...conditions: readonly Condition[]): Condition => {
  const flat = conditions.flatMap((one) => ('all' in one ? one.all : [one]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { all: flat };
};
export const any = (...conditions: readonly Condition[]): Condition => {
  const flat = conditions.flatMap((one) => ('any' in one ? one.any : [one]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { any: flat };
};

/** The condition as a `when` clause of the manifest; undefined where it always holds. */
export function whenClause(condition: Condition): string | undefined {
  return 'all' in condition && condition.all.length === 0 ? undefined : written(condition);
}

function written(condition: Condition): string {
  if ('all' in condition) return condition.all.map((part) => within(part, 'any' in part)).join(' && ');
  if ('any' in condition) return condition.any.map(written).join(' || ');
  if ('not' in condition) return `!${within(condition.not, !isKey(condition.not))}`;
  if ('is' in condition) return `${condition.key} == ${condition.is}`;
  if ('matches' in condition) return `${condition.key} =~ /${condition.matches}/`;
  if ('in' in condition) return `${condition.key} in ${condition.in}`;
  return condition.key;
}

const isKey = (condition: Condition): boolean => Object.keys(condition).join() === 'key';
const within = (condition: Condition, apart: boolean): string =>
  apart ? `(${written(condition)})` : written(condition);

/** Whether a condition holds, by the editor's own rules. */
export function holds(condition: Condition, context: Context): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, context));
  if ('any' in condition) return condition.any.some((part) => holds(part, context));
  if ('not' in condition) return !holds(condition.not, context);
  const value = context[condition.key];
  if ('is' in condition) return value === condition.is;
  if ('matches' in condition) return typeof value === 'string' && new RegExp(condition.matches).test(value);
  if ('in' in condition) {
    const list = context[condition.in];
    return Array.isArray(list) && list.includes(value);
  }
  return condition.key !== 'false' && Boolean(value);
}
