import * as vscode from 'vscode';
import { link } from '../../editor/commands/link.ts';
import type { Container } from '../../container.ts';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import { frontUri } from '../../editor/given.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { whyReadOnly } from './source.ts';
import { plain } from './tell.ts';

/** The connection of the document in front: its name, and whether it is production or read-only, and why. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'ory.document',
    vscode.StatusBarAlignment.Left,
    50,
  );
  private readonly listener: vscode.Disposable;

  constructor(private readonly container: Container) {
    this.item.name = vscode.l10n.t('Ory: Connection of the Document');
    this.item.command = link('revealInTree', vscode.l10n.t('Reveal in Ory'));
    this.listener = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      container.connections.onDidChange(() => this.update()),
    );
    this.update();
  }

  update(): void {
    const uri = frontUri();
    const ref = uri && parseDocumentUri(uri);
    if (!uri || !ref) {
      this.item.hide();
      return;
    }
    const connection = this.container.connections.byId(ref.connection);
    const closed = whyReadOnly(KINDS[ref.kind], connection, ref);
    const name = connection?.name ?? ref.connection;
    const marks = [
      connection ? '' : 'removed',
      connection?.production ? 'production' : '',
      connection?.readOnly
        ? 'read-only'
        : closed === undefined
          ? ''
          : vscode.l10n.t('{0}: to be read only', KINDS[ref.kind].noun),
    ].filter(Boolean);
    this.item.text = [`$(${closed === undefined ? 'plug' : 'lock'}) ${plain(name)}`, ...marks].join(' · ');
    this.item.backgroundColor =
      connection?.production === true ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    const said = [
      vscode.l10n.t(
        '{0} belongs to {1}{2}.',
        nameOfUri(uri),
        name,
        connection?.production ? ', a production connection' : '',
      ),
      connection ? '' : vscode.l10n.t('This connection was removed: the document can’t be saved.'),
      closed === undefined ? '' : vscode.l10n.t('It is read-only. {0}', closed),
      vscode.l10n.t('Click to show it in its view.'),
    ].filter(Boolean);
    this.item.tooltip = said.join('\n');
    this.item.accessibilityInformation = { label: said.join(' '), role: 'button' };
    this.item.show();
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }
}
