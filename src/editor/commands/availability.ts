import type { PartSort } from '../../kinds/lenses/part.ts';
import type { Service } from '../../ory/operations/operation.ts';
import type { Command, EditorPlace, RowPlace, TitlePlace } from './command.ts';
import { all, any, type Condition, type Context, holds, NEVER, not } from './condition.ts';
import { alone, documentIs, inView, row, service, writable } from './conditions.ts';
import { type CommandName, ROWS } from './table.ts';
import type { Word } from './words.ts';

/** Whether something is changed by a command, so that its connection must not be read-only. */
export const changes = ({ effect }: Pick<Command, 'effect'>): boolean => effect !== 'read';

/** What must be true of what a command acts on. */
const needsOf = (command: Command): readonly Word[] => [
  ...(command.needs ?? []),
  ...(changes(command) ? (['writable'] as const) : []),
];

/** When a command stands in the menu of a row, or beside it. */
export function contextWhen(
  command: Command,
  { view, on, needs = [], lacks = [], group }: RowPlace,
): Condition {
  const inOurs: Condition =
    view === undefined
      ? { key: 'view', matches: '^ory\\.' }
      : typeof view === 'string'
        ? inView(view)
        : { key: 'view', matches: `^(${view.map((one) => one.replace('.', '\\.')).join('|')})$` };
  const words = new Set([...needs, ...needsOf(command)]);
  return all(
    inOurs,
    row(on),
    ...[...words].map((word) => row(word)),
    ...lacks.map((word) => not(row(word))),
    ...(command.many || group.startsWith('inline') ? [] : [alone]),
  );
}

/** When a command stands in the title of a view. */
export const titleWhen = ({ view, when }: TitlePlace): Condition =>
  when ? all(inView(view), when) : inView(view);

/** When a command stands in the title of an editor. */
export const editorWhen = ({ when }: EditorPlace): Condition => when ?? documentIs('document');

/** When the palette has a command; undefined: always. */
export function paletteWhen(command: Command): Condition | undefined {
  const { palette } = command;
  if (palette === 'always') return undefined;
  if (palette === 'never') return NEVER;
  if (palette) return palette;
  const asked = all(
    ...(command.services ?? []).map((name: Service) => service(name)),
    ...(changes(command) ? [writable] : []),
  );
  const { on = [] } = command;
  if (on.length === 0) return asked;
  // It acts on what is in front where that is of its kind, else on what it asks for.
  return any(
    ...on.map((kind) => all(documentIs(kind), ...needsOf(command).map((word) => documentIs(word)))),
    all(...on.map((kind) => not(documentIs(kind))), asked),
  );
}

/** What a row is, to menus. */
export interface RowContext {
  readonly view: string;
  readonly contextValue: string | undefined;
  readonly several?: boolean;
}

/** The commands that the menu of a row offers. */
export function offeredOnRow({ view, contextValue, several = false }: RowContext): readonly CommandName[] {
  const context: Context = { view, viewItem: contextValue ?? '', listMultiSelection: several };
  return ROWS.flatMap(([name, command]) =>
    (command.rows ?? []).some((place) => holds(contextWhen(command, place), context)) ? [name] : [],
  );
}

/** The commands that stand as lenses above a part of a document. @param words what is true of the part */
export const lensesAt = (
  part: PartSort,
  words: ReadonlySet<Word>,
): readonly { readonly name: CommandName; readonly title: string }[] =>
  ROWS.flatMap(([name, command]) => {
    const { lens, on = [] } = command;
    if (lens?.at !== part || !on.some((kind) => words.has(kind))) return [];
    const needs = [...needsOf(command), ...(lens.needs ?? [])];
    return needs.every((word) => words.has(word)) ? [{ name, title: lens.title }] : [];
  });
