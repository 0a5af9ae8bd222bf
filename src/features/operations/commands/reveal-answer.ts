import * as vscode from 'vscode';
import { givenUri } from '../../../editor/given.ts';
import type { Operations } from '../operations.ts';

const REVEAL = 'Reveal';

/** Shows an answer with everything that its document masks, after asking once. */
export async function revealAnswer({ answers }: Operations, args: readonly unknown[]): Promise<void> {
  const uri = givenUri(args);
  const answer = uri && answers.of(uri);
  if (!answer) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document is the answer of no operation.'));
    return;
  }
  const { operation } = answer.run;
  if (!answer.reveal) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing is masked in this answer of {0}.', operation),
    );
    return;
  }
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Reveal the secrets in the answer of {0}?', operation),
    {
      modal: true,
      detail: vscode.l10n.t('They are shown in a read-only document and forgotten when its tab is closed.'),
    },
    REVEAL,
  );
  if (chosen === REVEAL) await answers.showText(`${operation} (secrets).jsonc`, answer.reveal());
}
