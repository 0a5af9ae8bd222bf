import * as vscode from 'vscode';
import { KINDS } from '../../resources/kinds.ts';
import { referencesIn } from '../../resources/lenses/links-of.ts';
import type { LinkTargets } from './link-targets.ts';
import { readable } from './readable.ts';

/** Internal: what a link in a document runs. */
export const FOLLOW_LINK = 'ory.followLink';

/** Ids in a document, as links to the documents of what they name, on the same connection. */
export async function linksIn(
  document: vscode.TextDocument,
  targets: LinkTargets,
): Promise<vscode.DocumentLink[]> {
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
    const number = targets.numberOf({ connection: ref.connection, kind, id });
    // Letters and digits alone: they stay what they are, however often they are decoded.
    const query = JSON.stringify([{ kind, link: number }]);
    const target = vscode.Uri.from({ scheme: 'command', path: FOLLOW_LINK, query });
    const link = new vscode.DocumentLink(range, target);
    link.tooltip = `Open the ${KINDS[kind].noun}`;
    return link;
  });
}
