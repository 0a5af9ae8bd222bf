import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { nameOfUri, parseDocumentUri } from '../../../editor/document-uri.ts';
import { givenUri } from '../../../editor/given.ts';
import type { ShownTexts } from '../../../editor/shown-texts.ts';
import { undoneWords } from '../../../saving/overlaps.ts';
import type { OryFileSystem } from '../provider.ts';

/**
 * Shows what the server has beside a document's text, both sides named. After a conflict this is the version that may
 * be overwritten, and the title names what an Overwrite would replace.
 */
export async function compareWithServer(
  container: Container,
  files: OryFileSystem,
  copies: ShownTexts,
  [given]: readonly unknown[],
): Promise<void> {
  const uri = givenUri([given]);
  const ref = uri && parseDocumentUri(uri);
  if (!uri || !ref || ref.isNew) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a document of Ory to compare it with the server’s copy.'),
    );
    return;
  }
  const connection = container.connections.byId(ref.connection);
  const where = connection?.name ?? ref.connection;
  try {
    const { text, conflict } = await (await files.documents()).serverCopy(uri);
    const copy = uri.with({ scheme: copies.scheme });
    copies.put(copy, text);
    const undone = conflict ? ` (${undoneWords(conflict)})` : '';
    const title = vscode.l10n.t('{0}: on {1} now ↔ your text{2}', nameOfUri(uri), where, undone);
    await vscode.commands.executeCommand('vscode.diff', copy, uri, title, { preview: false });
  } catch (error) {
    const doing = vscode.l10n.t("Couldn't compare {0} with {1}", nameOfUri(uri), where);
    await container.tell(error, {
      doing,
      connection,
      retry: () => compareWithServer(container, files, copies, [uri]),
    });
  }
}
