import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import type { Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { itemOf } from '../choose.ts';

interface Item extends vscode.QuickPickItem {
  readonly connection?: Connection;
}

/** Chooses the connection that the views show. */
export async function run({ connections }: Container): Promise<void> {
  const { all, active } = connections;
  if (all.length === 0) {
    await ory.addConnection();
    return;
  }
  const items: Item[] = [
    ...all.map((connection) => ({ ...itemOf(connection, active?.id), connection })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('$(add) Add Connection…') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Switch Connection'),
    placeHolder: vscode.l10n.t('Which connection do the views show?'),
    matchOnDescription: true,
  });
  if (picked?.connection) await connections.activate(picked.connection.id);
  else if (picked) await ory.addConnection();
}
