import * as vscode from 'vscode';
import { nameOfUri, parseDocumentUri } from '../../../editor/document-uri.ts';
import { givenUri } from '../../../editor/given.ts';
import type { Explorer } from '../explorer.ts';
import { reveal } from '../reveal.ts';
import { withoutLinks } from '../../../editor/text.ts';

/** Shows the row of a document: of the given one, or of the one in front. */
export async function run(explorer: Explorer, given?: unknown): Promise<void> {
  const uri = givenUri([given]);
  const ref = uri && parseDocumentUri(uri);
  if (!uri || !ref) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a document of Ory first; then its row can be shown.'),
    );
    return;
  }
  const name = withoutLinks(nameOfUri(uri));
  try {
    if (await reveal(explorer, ref)) return;
  } catch (error) {
    const connection = explorer.container.connections.byId(ref.connection);
    await explorer.container.tell(error, {
      doing: vscode.l10n.t('Couldn’t show {0} in its view', name),
      connection,
    });
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is not in its view: it may be new, or deleted.', name),
  );
}
