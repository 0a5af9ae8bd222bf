import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { SUPPORT } from '../../editor/commands/table/tools.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Recorded } from './recorded.ts';

const NOTE = vscode.l10n.t('Run “Ory: Show Writes on Production” again to see them.\n');

const LOADERS: Loaders<Recorded, typeof SUPPORT> = {
  showProductionWrites: () => import('./commands/show-production-writes.ts'),
  showLog: of(() => import('./commands/show-log.ts')),
  reportIssue: of(() => import('./commands/report-issue.ts')),
  showKeyHelp: of(() => import('./commands/show-key-help.ts')),
};

/** A command that needs the container alone. */
function of(load: () => Promise<{ run(container: Container): unknown }>) {
  return async () => {
    const command = await load();
    return { run: ({ container }: Recorded) => command.run(container) };
  };
}

/** Help: the log, a report of what went wrong, where keys are found. */
export function register(container: Container): vscode.Disposable {
  const texts = new ShownTexts('ory-writes', NOTE);
  const recorded: Recorded = { container, texts };
  return vscode.Disposable.from(texts, registerCommands(container, recorded, LOADERS));
}
