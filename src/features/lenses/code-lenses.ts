import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { lensesAt } from '../../editor/commands/availability.ts';
import { link } from '../../editor/commands/link.ts';
import type { Word } from '../../editor/commands/words.ts';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import { resourceWords } from '../../editor/resource-words.ts';
import { KINDS } from '../../resources/kinds.ts';
import type { Part, PartFact } from '../../resources/lenses/part.ts';
import { partsOf } from '../../resources/lenses/parts-of.ts';
import { stateOf } from '../../resources/state.ts';
import { printJson } from '../../ory/json/tree.ts';
import { readable } from './readable.ts';

/** What can be done with a document and its parts, above them. */
export async function codeLenses(
  container: Container,
  document: vscode.TextDocument,
): Promise<vscode.CodeLens[]> {
  const ref = parseDocumentUri(document.uri);
  if (ref?.isNew)
    return ref.kind === 'identities' || ref.kind === 'clients' ? [credentialLens(document)] : [];
  const read = await readable(document);
  const connection = container.connections.byId(document.uri.authority);
  if (!ref || !read || !connection) return [];
  const { tree, placeOf } = read;
  const words = resourceWords(KINDS[ref.kind], connection, stateOf(ref.kind, JSON.parse(printJson(tree))));
  const place = { connection: ref.connection, id: ref.id, name: nameOfUri(document.uri) };
  const parts = await partsOf(ref.kind, tree, place);
  return parts.flatMap((part) => {
    const at = document.positionAt(placeOf(part.path).offset);
    const range = new vscode.Range(at, at);
    const commands = [...(part.facts ?? []).map(factLens), ...commandsOf(part, new Set(words))];
    return commands.map((command) => new vscode.CodeLens(range, command));
  });
}

/** What is told of a part; a click copies it. */
function factLens({ title, copies }: PartFact): vscode.Command {
  // Parts of titles are a server's: no icon is made of them.
  const shown = title.replaceAll('$(', '$\u200b(');
  return copies ? link('copyFact', shown, copies.text, copies.what) : { title: shown, command: '' };
}

/** The commands that can be done with a part. */
function commandsOf({ sort, words = [], args }: Part, ofDocument: ReadonlySet<Word>): vscode.Command[] {
  if (!args) return [];
  return lensesAt(sort, new Set([...ofDocument, ...words])).map(({ name, title }) =>
    link(name, title, ...args),
  );
}

/** A new document takes credentials whose secrets are not to stand in its text. */
const credentialLens = ({ uri }: vscode.TextDocument) =>
  new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), link('addCredential', '$(add) Add Credential…', uri));
