import * as vscode from 'vscode';
import type { LocalSandbox } from '../local-sandbox.ts';

/** Ends the sandbox of this window. Its data stays on disk for the next start. */
export async function run(sandbox: LocalSandbox): Promise<void> {
  if (!sandbox.running) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No sandbox of this window is running.'));
    return;
  }
  await sandbox.stop();
  vscode.window.setStatusBarMessage(vscode.l10n.t('The local sandbox has ended; its data is kept'), 5000);
}
