import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { SCHEME } from '../../../editor/document-uri.ts';
import { connectionFor } from '../choose.ts';
import { storedWords } from '../stored-words.ts';

/** Takes a connection out of the settings, with its secrets. Nothing at the server is touched. */
export async function run(container: Container, given?: unknown): Promise<void> {
  const connection = await connectionFor(container, given, vscode.l10n.t('Remove Connection'));
  if (!connection) return;
  const remove = 'Remove';
  const where =
    connection.scope === 'user' ? vscode.l10n.t('your settings') : vscode.l10n.t('the workspace’s settings');
  const { what, many } = storedWords(container.secrets.stored(connection));
  const keys = what ? vscode.l10n.t(' Its {0} {1} forgotten.', what, many ? 'are' : 'is') : '';
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Remove the connection {0}?', connection.name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'It is taken out of {0}.{1} Nothing is deleted at the server.{2}',
        where,
        keys,
        unsaved(connection.id),
      ),
    },
    remove,
  );
  if (chosen !== remove) return;
  await container.connections.remove(connection);
  await container.secrets.forget(connection);
}

/** Documents of it that hold changes: they stay open, but can't be saved any more. */
function unsaved(id: string): string {
  const count = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && uri.scheme === SCHEME && uri.authority === id,
  ).length;
  if (count === 0) return '';
  return vscode.l10n.t(
    ' {0} unsaved changes, which can’t be saved then.',
    count === 1 ? '1 document has' : `${count} documents have`,
  );
}
