import * as vscode from 'vscode';
import { lazyCommand } from '../lazy-command.ts';
import type { ErrorContext } from '../show-error.ts';
import type { Commands } from './command.ts';
import type { ArgumentsOf } from './run.ts';

/** A command's module: one file a command, loaded when the command is first run. */
interface Module<Host, Args extends readonly unknown[]> {
  run(host: Host, ...args: Args): unknown;
}

/** The module of each command of a table, by its name: one without a row is an error, and so is a row without one. */
export type Loaders<Host, Rows extends Commands> = {
  readonly [Name in keyof Rows]: () => Promise<Module<Host, ArgumentsOf<Name>>>;
};

interface Teller {
  tell(error: unknown, context: ErrorContext): Promise<void>;
}

/**
 * Registers the commands of a table.
 * @param host what their modules are run with
 * @param doing what an error is told with that a command did not tell itself
 */
export function registerCommands<Host, Rows extends Commands>(
  teller: Teller,
  host: Host,
  loaders: Loaders<Host, Rows>,
  doing = 'Ory',
): vscode.Disposable {
  const all = Object.entries(loaders) as [string, () => Promise<Module<Host, never[]>>][];
  return vscode.Disposable.from(
    ...all.map(([name, load]) =>
      lazyCommand<Host>(host, `ory.${name}`, load, (error) => teller.tell(error, { doing })),
    ),
  );
}
