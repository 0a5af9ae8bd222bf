import * as vscode from 'vscode';
import { givenUri } from '../../../editor/given.ts';
import type { Operations } from '../operations.ts';

const REVEAL = 'Reveal';

/** Shows an answer with everything that its document masks, after asking once. */
export async function revealAnswer({ answers }: Operations, args: readonly unknown[]): Promise<void> {
  const uri = givenUri(args);
  const answer = uri && answers.of(uri);
  if (!answer) {
    void vscode.window.showInformationMessage('This document is the answer of no operation.');
    return;
  }
  const { operation } = answer.run;
  if (!answer.reveal) {
    void vscode.window.showInformationMessage(`Nothing is masked in this answer of ${operation}.`);
    return;
  }
  const chosen = await vscode.window.showWarningMessage(
    `Reveal the secrets in the answer of ${operation}?`,
    { modal: true, detail: 'They are shown in a read-only document and forgotten when its tab is closed.' },
    REVEAL,
  );
  if (chosen === REVEAL) await answers.showText(`${operation} (secrets).jsonc`, answer.reveal());
}
