import * as vscode from 'vscode';

/** A command's module: one file a command, loaded when the command is first run. */
export interface CommandModule<C> {
  run(container: C, ...args: never[]): unknown;
}

/**
 * Registers a command whose code is loaded on first use.
 * @param onError tells an error that the command did not tell itself
 */
export function lazyCommand<C>(
  container: C,
  id: string,
  load: () => Promise<CommandModule<C>>,
  onError: (error: unknown, id: string) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: never[]) => {
    try {
      const module = await load();
      return await module.run(container, ...args);
    } catch (error) {
      await onError(error, id);
      return undefined;
    }
  });
}
