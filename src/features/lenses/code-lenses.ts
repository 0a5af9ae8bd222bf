import * as vscode from 'vscode';
import { hasService } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import { KINDS } from '../../resources/kinds.ts';
import { askWork } from './ask-work.ts';

/** So many are shown: the editor draws no more in an instant. */
const MOST = 1000;

/** What can be done with a document and its parts, above them. */
export async function codeLenses(
  container: Container,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.CodeLens[]> {
  const ref = parseDocumentUri(document.uri);
  if (ref?.isNew) return KINDS[ref.kind].creating?.credentials ? [credentialLens(document)] : [];
  const connection = container.connections.byId(document.uri.authority);
  if (!ref || !connection) return [];
  const place = {
    connection: ref.connection,
    id: ref.id,
    name: nameOfUri(document.uri),
    readOnly: connection.readOnly,
    hasHydra: hasService(connection, 'hydra-admin'),
  };
  const asked = { kind: KINDS[ref.kind], place, commands: commandsOf(container) };
  const lenses = (await askWork(container, 'lenses', document, asked, token)) ?? [];
  const shown = lenses.slice(0, MOST).map(({ stretch, title, command, args }) => {
    const at = document.positionAt(stretch.offset);
    // Parts of titles are a server's: no icon is made of them.
    const plain = title.replaceAll('$(', '$\u200b(');
    return new vscode.CodeLens(new vscode.Range(at, at), { title: plain, command, arguments: [...args] });
  });
  return lenses.length > MOST ? [cutLens(), ...shown] : shown;
}

/** What is left out of a very large document is said. */
const cutLens = () =>
  new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: vscode.l10n.t('Large document: actions are shown for its first parts only'),
    command: '',
  });

/** A new document takes credentials whose secrets are not to stand in its text. */
const credentialLens = ({ uri }: vscode.TextDocument) =>
  new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: '$(add) Add Credential…',
    command: 'ory.addCredential',
    arguments: [uri],
  });

function commandsOf({ context }: Container): ReadonlySet<string> {
  const { contributes } = context.extension.packageJSON as {
    contributes?: { commands?: readonly { readonly command: string }[] };
  };
  return new Set(contributes?.commands?.map(({ command }) => command));
}
