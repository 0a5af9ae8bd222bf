import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { lensesAt } from '../../editor/commands/availability.ts';
import { link } from '../../editor/commands/link.ts';
import type { Word } from '../../editor/commands/words.ts';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import { resourceWords } from '../../editor/resource-words.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { Part, PartFact } from '../../kinds/lenses/part.ts';
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
  const kind = KINDS[ref.kind];
  const place = { connection: ref.connection, id: ref.id, name: nameOfUri(document.uri) };
  const read = await askWork(container, 'parts', document, { kind, place }, token);
  if (!read) return [];
  const words = new Set(resourceWords(kind, connection, read.state));
  const all = read.parts.flatMap((part) =>
    [...(part.facts ?? []).map(factLens), ...commandsOf(part, words)].map((command) => ({ part, command })),
  );
  const shown = all.slice(0, MOST).map(({ part: { stretch }, command }) => {
    const at = document.positionAt(stretch.offset);
    return new vscode.CodeLens(new vscode.Range(at, at), command);
  });
  return all.length > MOST ? [cutLens(), ...shown] : shown;
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

/** What is left out of a very large document is said. */
const cutLens = () =>
  new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: vscode.l10n.t('Large document: actions are shown for its first parts only'),
    command: '',
  });

/** A new document takes credentials whose secrets are not to stand in its text. */
const credentialLens = ({ uri }: vscode.TextDocument) =>
  new vscode.CodeLens(
    new vscode.Range(0, 0, 0, 0),
    link('addCredential', vscode.l10n.t('$(add) Add Credential…'), uri),
  );
