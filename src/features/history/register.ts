import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { HISTORY } from '../../editor/commands/table/tools.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Kept } from './kept.ts';

const HISTORY_SCHEME = 'ory-history';

const NOTE = vscode.l10n.t(
  'Versions are forgotten here when the window reloads. Run “Ory: Show History…” again to see them.\n',
);

/** Lets the editor's title bar offer to put back the version in front. */
function tellFront(): void {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputTextDiff ? input.original : undefined;
  const shown = input instanceof vscode.TabInputText ? input.uri : uri;
  const isVersion = shown?.scheme === HISTORY_SCHEME;
  void vscode.commands.executeCommand('setContext', 'ory.versionInFront', isVersion);
}

const LOADERS: Loaders<Kept, typeof HISTORY> = {
  showHistory: () => import('./commands/show-history.ts'),
  restoreVersion: () => import('./commands/restore-version.ts'),
  clearHistory: () => import('./commands/clear-history.ts'),
};

/** What was saved before: looked at, compared with now, put back, and cleared. */
export function register(container: Container): vscode.Disposable {
  const kept: Kept = { container, texts: new ShownTexts(HISTORY_SCHEME, NOTE) };
  return vscode.Disposable.from(
    registerCommands(container, kept, LOADERS),
    kept.texts,
    vscode.window.tabGroups.onDidChangeTabs(tellFront),
    vscode.window.tabGroups.onDidChangeTabGroups(tellFront),
  );
}
