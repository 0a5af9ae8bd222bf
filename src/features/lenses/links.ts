import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { LinkTargets } from './link-targets.ts';
import { askWork, existing } from './ask-work.ts';

/** So many are shown. */
const MOST = 1000;

/** Internal: what a link in a document runs. */
export const FOLLOW_LINK = 'ory.followLink';

/** Ids in a document, as links to the documents of what they name, on the same connection. */
export async function linksIn(
  container: Container,
  document: vscode.TextDocument,
  targets: LinkTargets,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentLink[]> {
  const ref = existing(document);
  if (!ref) return [];
  const asked = { kind: KINDS[ref.kind], id: ref.id, most: MOST };
  const links = (await askWork(container, 'links', document, asked, token)) ?? [];
  return links.map(({ kind, id, stretch: { offset, length } }) => {
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
    link.tooltip = vscode.l10n.t('Open the {0}', KINDS[kind].noun);
    return link;
  });
}
