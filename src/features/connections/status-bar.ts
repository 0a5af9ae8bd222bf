import * as vscode from 'vscode';
import { link } from '../../editor/commands/link.ts';
import { kindOf } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { parseDocumentUri } from '../../editor/document-uri.ts';
import { frontUri } from '../../editor/given.ts';
import { iconOf } from './choose.ts';
import { withoutIcons } from '../../editor/text.ts';

/**
 * Shows which connection the views show: red for production, with a lock where nothing is written. While a document of
 * this connection is in front, that says it already: two alike would only be misread.
 */
export function showActiveConnection({ connections }: Container): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('ory.connection', vscode.StatusBarAlignment.Left, 50);
  item.name = vscode.l10n.t('Ory Connection');
  item.command = link('switchConnection', vscode.l10n.t('Switch Connection…'));
  const update = () => {
    const { active } = connections;
    if (!active || connectionInFront() === active.id) {
      item.hide();
      return;
    }
    const { name, production, readOnly } = active;
    const words = [production ? 'production' : '', readOnly ? 'read-only' : ''].filter(Boolean);
    item.text = [
      `$(${iconOf(active)})`,
      withoutIcons(name),
      production ? '· production' : '',
      readOnly ? '$(lock)' : '',
    ]
      .filter(Boolean)
      .join(' ');
    item.tooltip = [
      `Ory: ${name} (${[kindOf(active), ...words].join(', ')})`,
      vscode.l10n.t('Switch connection…'),
    ].join('\n');
    item.accessibilityInformation = {
      label: [vscode.l10n.t('Ory connection'), name, ...words].join(', '),
      role: 'button',
    };
    item.backgroundColor = production ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    connections.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

function connectionInFront(): string | undefined {
  const uri = frontUri();
  return uri && parseDocumentUri(uri)?.connection;
}
