import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { SUPPORT } from '../../editor/commands/table/tools.ts';

const LOADERS: Loaders<Container, typeof SUPPORT> = {
  showLog: () => import('./commands/show-log.ts'),
  reportIssue: () => import('./commands/report-issue.ts'),
  showKeyHelp: () => import('./commands/show-key-help.ts'),
};

/** Help: the log, a report of what went wrong, where keys are found. */
export function register(container: Container): vscode.Disposable {
  return vscode.Disposable.from(registerCommands(container, container, LOADERS));
}
