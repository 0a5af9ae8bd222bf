import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { SHAPES } from './shapes.ts';

/** What in an answer is not as code relies on. */
export interface Misfit {
  /** Where, as people write it: "[0].traits.email"; empty for the answer as a whole. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * The first place of an answer that is not what code relies on; undefined where there is none.
 * @param operation id of the operation
 * @param data the answer, parsed
 */
export function misfitOf(operation: string, data: unknown): Misfit | undefined {
  const shape = SHAPES[operation];
  if (!shape) return undefined;
  const result = v.safeParse(shape, data, { abortEarly: true });
  const issue = result.issues?.[0];
  if (!issue) return undefined;
  return {
    place: placeOf((issue.path ?? []).map(({ key }) => key)),
    expected: nounOf(expectedOf(issue)),
    found: nounOf(kindOf(valueAt(data, issue.path?.map(({ key }) => key) ?? []))),
  };
}

/** Whether an operation answers a list as a whole. */
export const isList = (operation: string): boolean => {
  const shape = SHAPES[operation] as { readonly wrapped?: { readonly type: string } } | undefined;
  return shape?.wrapped?.type === 'array';
};

function placeOf(path: readonly unknown[]): string {
  return path
    .map((key, at) => {
      if (typeof key === 'number') return `[${key}]`;
      return at === 0 ? String(key) : `.${String(key)}`;
    })
    .join('');
}

function valueAt(data: unknown, path: readonly unknown[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[String(key)]
        : undefined,
    data,
  );
}

type Kind = 'list' | 'object' | 'text' | 'number' | 'flag' | 'nothing' | 'value';

/** The outermost of what a schema takes, without the nothing that is allowed nearly everywhere. */
function expectedOf({ expected }: { readonly expected: string | null }): Kind {
  const name = (expected ?? '').replace(/[()]/g, '').split('|')[0]?.trim() ?? '';
  const kinds: Readonly<Record<string, Kind>> = {
    Array: 'list',
    Object: 'object',
    unknown: 'object',
    string: 'text',
    number: 'number',
    boolean: 'flag',
    '!0': 'text',
  };
  // A member that is missing is expected by its name, in quotes: only texts are required.
  return kinds[name] ?? (name.startsWith('"') ? 'text' : 'value');
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'object':
      return 'object';
    case 'string':
      return value === '' ? 'nothing' : 'text';
    case 'number':
      return 'number';
    default:
      return 'flag';
  }
}

const NOUNS: Readonly<Record<Kind, string>> = {
  list: 'a list',
  object: l10n.t('an object'),
  text: 'text',
  number: 'a number',
  flag: l10n.t('true or false'),
  nothing: 'nothing',
  value: l10n.t('another value'),
};
const nounOf = (kind: Kind): string => NOUNS[kind];
