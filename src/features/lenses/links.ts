import * as vscode from 'vscode';
import { KINDS } from '../../resources/kinds.ts';
import { referencesIn } from '../../resources/lenses/links-of.ts';
import { readable } from './readable.ts';

/** Ids in a document, as links to the documents of what they name, on the same connection. */
export async function linksIn(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
  const read = await readable(document);
  if (!read) return [];
  const { ref, tree, placeOf } = read;
  return referencesIn(tree, ref).map(({ path, kind, id }) => {
    const { offset, length } = placeOf(path);
    const text = document.getText(
      new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
    );
    const quoted = /^["']/.test(text) ? 1 : 0;
    const range = new vscode.Range(
      document.positionAt(offset + quoted),
      document.positionAt(offset + length - quoted),
    );
    const args = encodeURIComponent(JSON.stringify([{ connection: ref.connection, kind, id }]));
    const link = new vscode.DocumentLink(range, vscode.Uri.parse(`command:ory.openDocument?${args}`));
    link.tooltip = `Open the ${KINDS[kind].noun}`;
    return link;
  });
}
