import * as vscode from 'vscode';
import type { Container } from '../../container.ts';

/** Help: the log, a report of what went wrong, where keys are found. */
export function register(container: Container): vscode.Disposable {
  return vscode.Disposable.from(
    container.command('ory.showLog', () => import('./commands/show-log.ts')),
    container.command('ory.reportIssue', () => import('./commands/report-issue.ts')),
    container.command('ory.showKeyHelp', () => import('./commands/show-key-help.ts')),
  );
}
