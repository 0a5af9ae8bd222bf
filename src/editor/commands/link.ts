import type * as vscode from 'vscode';
import type { CommandName } from './table.ts';

/** A command as rows, lenses, quick fixes and the status bar hold it. */
export const link = (name: CommandName, title: string, ...args: readonly unknown[]): vscode.Command => ({
  title,
  command: `ory.${name}`,
  ...(args.length > 0 ? { arguments: [...args] } : {}),
});
