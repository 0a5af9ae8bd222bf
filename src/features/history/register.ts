import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type CommandModule, lazyCommand } from '../../editor/lazy-command.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Kept } from './kept.ts';

const HISTORY_SCHEME = 'ory-history';

const NOTE =
  'Versions are forgotten here when the window reloads. Run “Ory: Show History…” again to see them.\n';

/** Lets the editor's title bar offer to put back the version in front. */
function tellFront(): void {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputTextDiff ? input.original : undefined;
  const shown = input instanceof vscode.TabInputText ? input.uri : uri;
  const isVersion = shown?.scheme === HISTORY_SCHEME;
  void vscode.commands.executeCommand('setContext', 'ory.versionInFront', isVersion);
}

/** What was saved before: looked at, compared with now, put back, and cleared. */
export function register(container: Container): vscode.Disposable {
  const kept: Kept = { container, texts: new ShownTexts(HISTORY_SCHEME, NOTE) };
  const command = (id: string, load: () => Promise<CommandModule<Kept>>) =>
    lazyCommand<Kept>(kept, id, load, (error) => container.tell(error, { doing: 'Ory' }));
  return vscode.Disposable.from(
    kept.texts,
    vscode.window.tabGroups.onDidChangeTabs(tellFront),
    vscode.window.tabGroups.onDidChangeTabGroups(tellFront),
    command('ory.showHistory', () => import('./commands/show-history.ts')),
    command('ory.restoreVersion', () => import('./commands/restore-version.ts')),
    command('ory.clearHistory', () => import('./commands/clear-history.ts')),
  );
}
