import * as vscode from 'vscode';
import { isKindId } from '../resources/kinds-of-documents.ts';
import type { KindId } from '../resources/kind.ts';

export const SCHEME = 'ory';

/** What a document's URI stands for. */
export interface DocumentRef {
  readonly connection: string;
  readonly kind: KindId;
  readonly id: string;
}

/** Ids of documents whose resource does not exist yet begin with this; no server gives such an id. */
export const NEW_ID = '+new';

/**
 * The URI of a resource's document: `ory://<connection>/<kind>/<id>/<name>.json`. The id is one segment, encoded twice
 * over, because VS Code decodes paths once and normalises dots and slashes away.
 * @param name what people call the resource; it only names the tab
 */
export function documentUri({ connection, kind, id }: DocumentRef, name: string): vscode.Uri {
  const path = `/${kind}/${encodeURIComponent(id).replaceAll('.', '%2E')}/${fileName(name)}.json`;
  return vscode.Uri.from({ scheme: SCHEME, authority: connection, path });
}

/** What a URI of ours stands for, or undefined where it is not one of ours. */
export function parseDocumentUri(uri: vscode.Uri): DocumentRef | undefined {
  if (uri.scheme !== SCHEME) return undefined;
  const [, kind, id, name, ...rest] = uri.path.split('/');
  if (!kind || !isKindId(kind) || !id || !name || rest.length > 0) return undefined;
  try {
    return { connection: uri.authority, kind, id: decodeURIComponent(id) };
  } catch {
    return undefined;
  }
}

/** The name in a URI, without its ending. */
export const nameOfUri = (uri: vscode.Uri): string =>
  (uri.path.split('/').at(-1) ?? '').replace(/\.json$/, '');

/** A file name that keeps what people read and drops what paths can't hold. */
function fileName(name: string): string {
  const clean = name
    .replace(/[/\\?%*:|"<>\p{Cc}]/gu, '-')
    .trim()
    .slice(0, 80);
  return /^\.*$/.test(clean) ? 'document' : clean;
}
