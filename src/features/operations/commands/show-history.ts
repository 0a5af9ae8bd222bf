import * as vscode from 'vscode';
import { withoutIcons } from '../../../editor/text.ts';
import type { HistoryEntry } from '../../../ory/runner/history.ts';
import type { Operations } from '../operations.ts';
import { runOperation } from './run-operation.ts';

interface HistoryItem extends vscode.QuickPickItem {
  readonly entry: HistoryEntry;
}

/** What was run in this window, the newest first; a choice is run again after its request was looked at. */
export async function showHistory(operations: Operations): Promise<void> {
  const { history, container } = operations;
  if (history.entries.length === 0) {
    const run = vscode.l10n.t('Run Operation…');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('No operation was run in this window yet.'),
      run,
    );
    if (chosen === run) await runOperation(operations, []);
    return;
  }
  const items = history.entries.map((entry): HistoryItem => {
    const name = container.connections.byId(entry.connection)?.name ?? entry.connection;
    const outcome = entry.status ?? entry.failure ?? '';
    const inputs = Object.entries(entry.input.values).map(([key, value]) => `${key}=${String(value)}`);
    const good = entry.status !== undefined && entry.status < 300;
    return {
      entry,
      label: entry.operation,
      description: withoutIcons(`${outcome} · ${name} · ${new Date(entry.at).toLocaleTimeString()}`),
      iconPath: new vscode.ThemeIcon(good ? 'check' : 'error'),
      ...(inputs.length > 0 ? { detail: withoutIcons(inputs.join(', ')) } : {}),
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What Was Run in This Window'),
    placeHolder: vscode.l10n.t('Choose one to run it again'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const { operation, connection, input } = chosen.entry;
  await runOperation(operations, [{ operation, connection, parameters: input.values, body: input.body }]);
}
