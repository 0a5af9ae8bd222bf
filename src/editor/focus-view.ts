import * as vscode from 'vscode';
import type { ViewId } from './commands/words.ts';

/** Brings a view to the front. @param preserveFocus the keyboard stays where it is */
export async function focusView(view: ViewId, preserveFocus = false): Promise<void> {
  await vscode.commands.executeCommand(`${view}.focus`, { preserveFocus });
}
