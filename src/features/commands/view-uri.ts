import * as vscode from 'vscode';
import type { Word } from '../../editor/commands/words.ts';
import type { ConnectionStore } from '../../editor/connection-store.ts';
import { frontUri } from '../../editor/given.ts';

export const VIEW_SCHEME = 'ory-view';

/** What stands there after a reload of the window. */
export const VIEW_NOTE = vscode.l10n.t(
  'This was forgotten when the window reloaded. Run the command again to see it.\n',
);

export interface ViewRef {
  readonly connection: string;
  readonly what: 'subjects' | 'messages';
  readonly id: string;
}

/** The URI of a text that is shown: `ory-view://<connection>/<what>/<id>/<name>`. */
export function viewUri({ connection, what, id }: ViewRef, fileName: string): vscode.Uri {
  const name = fileName.replace(/[/\\?%*:|"<>\p{Cc}]/gu, '-').slice(0, 80);
  const path = `/${what}/${encodeURIComponent(id).replaceAll('.', '%2E')}/${name}`;
  return vscode.Uri.from({ scheme: VIEW_SCHEME, authority: connection, path });
}

/** What a text of ours is about: the given one's; that of the one in front, where nothing is given. */
export function viewRefOf(given: unknown, what: ViewRef['what']): ViewRef | undefined {
  // A row is about itself, whatever is in front.
  const uri = given ?? frontUri();
  if (!(uri instanceof vscode.Uri) || uri.scheme !== VIEW_SCHEME) return undefined;
  const [, kind, id] = uri.path.split('/');
  if (kind !== what || !id) return undefined;
  return { connection: uri.authority, what, id: decodeURIComponent(id) };
}

/** What can be done with a text that is shown, to menus. */
export function viewWords(connections: Pick<ConnectionStore, 'byId'>, uri: vscode.Uri): readonly Word[] {
  const connection = connections.byId(uri.authority);
  if (!connection) return [];
  if (viewRefOf(uri, 'messages')) return ['message'];
  return viewRefOf(uri, 'subjects')
    ? ['subject', ...(connection.readOnly ? [] : (['writable'] as const))]
    : [];
}
