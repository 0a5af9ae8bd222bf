import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { lazyCommand } from '../../editor/lazy-command.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Recorded } from './recorded.ts';

const NOTE = 'Run “Ory: Show Writes on Production” again to see them.\n';

/** Help: the log, a report of what went wrong, where keys are found. */
export function register(container: Container): vscode.Disposable {
  const texts = new ShownTexts('ory-writes', NOTE);
  const recorded: Recorded = { container, texts };
  const told = (error: unknown) => container.tell(error, { doing: 'Ory' });
  return vscode.Disposable.from(
    texts,
    lazyCommand<Recorded>(
      recorded,
      'ory.showProductionWrites',
      () => import('./commands/show-production-writes.ts'),
      told,
    ),
    container.command('ory.showLog', () => import('./commands/show-log.ts')),
    container.command('ory.reportIssue', () => import('./commands/report-issue.ts')),
    container.command('ory.showKeyHelp', () => import('./commands/show-key-help.ts')),
  );
}
