import * as vscode from 'vscode';
import { type Ending, withoutEnding } from '../saving/forms/endings.ts';
import { isKindId } from '../kinds/kinds-of-documents.ts';
import type { KindId } from '../kinds/kind.ts';

export const SCHEME = 'ory';

/** What a document's URI stands for. */
export interface DocumentRef {
  readonly connection: string;
  readonly kind: KindId;
  readonly id: string;
  /** Set where the resource does not exist yet: then the id is only the document's. */
  readonly isNew?: true;
}

/** Stands before the id of a new document. Encoded ids hold no such sign, so no server's id is ever taken for one. */
const NEW = '+';

/**
 * The URI of a resource's document: `ory://<connection>/<kind>/<id>/<name>.json`. The id is one segment, encoded twice
 * over, because VS Code decodes paths once and normalises dots and slashes away.
 * @param name what people call the resource; it only names the tab
 * @param ending tells how the document is written down
 */
export function documentUri(
  { connection, kind, id, isNew }: DocumentRef,
  name: string,
  ending: Ending = '.json',
): vscode.Uri {
  const segment = `${isNew ? NEW : ''}${encodeURIComponent(id).replaceAll('.', '%2E')}`;
  const path = `/${kind}/${segment}/${fileName(name)}${ending}`;
  return vscode.Uri.from({ scheme: SCHEME, authority: connection, path });
}

/** What a URI of ours stands for, or undefined where it is not one of ours. */
export function parseDocumentUri(uri: vscode.Uri): DocumentRef | undefined {
  if (uri.scheme !== SCHEME) return undefined;
  const [, kind, id, name, ...rest] = uri.path.split('/');
  if (!kind || !isKindId(kind) || !id || !name || rest.length > 0) return undefined;
  try {
    const ref = { connection: uri.authority, kind };
    return id.startsWith(NEW)
      ? { ...ref, id: decodeURIComponent(id.slice(NEW.length)), isNew: true }
      : { ...ref, id: decodeURIComponent(id) };
  } catch {
    return undefined;
  }
}

/** The name in a URI, without its ending. */
export const nameOfUri = (uri: vscode.Uri): string => withoutEnding(uri.path.split('/').at(-1) ?? '');

/** A file name that keeps what people read and drops what paths can't hold: halves of characters among it. */
function fileName(name: string): string {
  const whole = Array.from(name.replace(/[/\\?%*:|"<>\p{Cc}\p{Cs}]/gu, '-').trim());
  const clean = whole.slice(0, 80).join('');
  return /^\.*$/.test(clean) ? 'document' : clean;
}
