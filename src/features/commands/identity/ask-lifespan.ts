import * as vscode from 'vscode';
import { lifespanProblem } from './lifespan.ts';

/** Asks how long something lives. @returns '' for the server's own lifespan; undefined where it was cancelled */
export async function askLifespan(title: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('How long is it good? Empty: as long as the server is set to.'),
    placeHolder: '12h, 90m, 1h30m',
    value: '1h',
    validateInput: lifespanProblem,
  });
  return typed?.trim();
}
