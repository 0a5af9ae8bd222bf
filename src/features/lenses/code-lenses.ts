import * as vscode from 'vscode';
import { hasService } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import { KINDS } from '../../resources/kinds.ts';
import { lensesOf } from '../../resources/lenses/lenses-of.ts';
import { readable } from './readable.ts';

/** What can be done with a document and its parts, above them. */
export async function codeLenses(
  container: Container,
  document: vscode.TextDocument,
): Promise<vscode.CodeLens[]> {
  const ref = parseDocumentUri(document.uri);
  if (ref?.isNew) return KINDS[ref.kind].creating?.credentials ? [credentialLens(document)] : [];
  const read = await readable(document);
  const connection = container.connections.byId(document.uri.authority);
  if (!ref || !read || !connection) return [];
  const { tree, placeOf } = read;
  const contributed = commandsOf(container);
  const lenses = await lensesOf(ref.kind, tree, {
    connection: ref.connection,
    id: ref.id,
    name: nameOfUri(document.uri),
    readOnly: connection.readOnly,
    hasHydra: hasService(connection, 'hydra-admin'),
    has: (command) => contributed.has(command),
  });
  return lenses.map(({ path, title, command, args }) => {
    const at = document.positionAt(placeOf(path).offset);
    // Parts of titles are a server's: no icon is made of them.
    const shown = title.replaceAll('$(', '$\u200b(');
    return new vscode.CodeLens(new vscode.Range(at, at), { title: shown, command, arguments: [...args] });
  });
}

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
