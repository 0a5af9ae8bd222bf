import * as vscode from 'vscode';
import type { Redactor } from '../ory/secrets/redactor.ts';
import { WorkThread } from '../saving/work/work-thread.ts';

/** How long (ms) a line stands in the status bar. */
const SHOWN = 10_000;

/** The thread for large documents; it is told where it does not do its work. @param script path of its script */
export function startWorkThread(
  script: string,
  redactor: Redactor,
  log: () => vscode.LogOutputChannel,
): WorkThread {
  return new WorkThread(script, (why) => {
    log().warn(redactor.text(`The thread for large documents ended: ${why}`));
    const said = vscode.l10n.t(
      'Large documents are slower now: the thread that works on them ended. Your text is still here.',
    );
    vscode.window.setStatusBarMessage(`$(warning) ${said}`, SHOWN);
  });
}
