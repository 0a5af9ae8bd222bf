import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { nameOfUri, parseDocumentUri } from '../../../editor/document-uri.ts';
import { givenUri } from '../../../editor/given.ts';
import type { ShownTexts } from '../../../editor/shown-texts.ts';
import type { OryFileSystem } from '../provider.ts';

/**
 * Shows what the server has beside a document's text, both sides named. After a conflict this is the version that may
 * be overwritten.
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
    void vscode.window.showInformationMessage('Open a document of Ory to compare it with the server’s copy.');
    return;
  }
  const connection = container.connections.byId(ref.connection);
  const where = connection?.name ?? ref.connection;
  try {
    const text = await (await files.documents()).serverText(uri);
    const copy = uri.with({ scheme: copies.scheme });
    copies.put(copy, text);
    const title = `${nameOfUri(uri)}: on ${where} now ↔ your text`;
    await vscode.commands.executeCommand('vscode.diff', copy, uri, title, { preview: false });
  } catch (error) {
    const doing = `Couldn't compare ${nameOfUri(uri)} with ${where}`;
    await container.tell(error, {
      doing,
      connection,
      retry: () => compareWithServer(container, files, copies, [uri]),
    });
  }
}
