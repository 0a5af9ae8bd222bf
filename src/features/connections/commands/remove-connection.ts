import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { SCHEME } from '../../../editor/document-uri.ts';
import { connectionFor } from '../choose.ts';
import { storedWords } from '../stored-words.ts';

/** Takes a connection out of the settings, with its secrets. Nothing at the server is touched. */
export async function run(container: Container, given?: unknown): Promise<void> {
  const connection = await connectionFor(container, given, 'Remove Connection');
  if (!connection) return;
  const remove = 'Remove';
  const where = connection.scope === 'user' ? 'your settings' : 'the workspace’s settings';
  const { what, many } = storedWords(container.secrets.stored(connection));
  const keys = what ? ` Its ${what} ${many ? 'are' : 'is'} forgotten.` : '';
  const chosen = await vscode.window.showWarningMessage(
    `Remove the connection ${connection.name}?`,
    {
      modal: true,
      detail: `It is taken out of ${where}.${keys} Nothing is deleted at the server.${unsaved(connection.id)}`,
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
  return ` ${count === 1 ? '1 document has' : `${count} documents have`} unsaved changes, which can’t be saved then.`;
}
