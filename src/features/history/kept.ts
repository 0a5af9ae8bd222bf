import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { type DocumentRef, documentUri, parseDocumentUri } from '../../editor/document-uri.ts';
import type { ShownTexts } from '../../editor/shown-texts.ts';
import { maskForeignSchema } from '../../ory/secrets/mask.ts';
import { ago } from '../../kinds/row.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import { formOf } from '../../saving/forms/form-of.ts';
import type { KeptVersion } from '../../saving/history/history.ts';
import { placesInWords } from '../../saving/words.ts';

/** What the commands of this feature share. */
export interface Kept {
  readonly container: Container;
  /** Versions that are shown. */
  readonly texts: ShownTexts;
}

/** A resource, one of its versions, and how to reach it. */
export interface Chosen {
  readonly ref: DocumentRef;
  readonly name: string;
  readonly connection: Connection;
  readonly version: KeptVersion;
}

/** "5 minutes ago, before a save". */
export const momentWords = ({ at, moment }: KeptVersion, now = new Date()): string =>
  `${ago(new Date(at), now)}, ${moment === 'sent' ? vscode.l10n.t('as it was saved') : `${moment} a save`}`;

/** "changed state and traits.name", as it stands in a list. */
export function changeWords({ moment, changed, gone }: KeptVersion): string {
  if (moment === 'before') return vscode.l10n.t('as it was before the save that follows');
  if (moment === 'sent')
    return vscode.l10n.t('with {0}, of which the server kept something else', placesInWords(changed));
  const words =
    changed.length > 0 ? vscode.l10n.t('changed {0}', placesInWords(changed)) : gone ? 'changed' : 'created';
  return gone ? vscode.l10n.t('{0} · not kept: {1}', words, gone) : words;
}

/** The document of a resource: the one that is open, in whatever form, else its JSON. */
export function documentOf(ref: DocumentRef, name: string): vscode.Uri {
  const open = vscode.workspace.textDocuments.find(({ uri }) => {
    const other = parseDocumentUri(uri);
    return other?.connection === ref.connection && other.kind === ref.kind && other.id === ref.id;
  });
  return open?.uri ?? documentUri(ref, name);
}

/** Puts a version in memory to be shown, in the form of its resource's document. */
export async function shownVersion(
  { container, texts }: Kept,
  { ref, name, connection, version }: Chosen,
): Promise<vscode.Uri | undefined> {
  const history = await container.history();
  const key = history.keyOf(connection, ref);
  const document = key && (await history.versions.read(key, version));
  if (!document) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This version is gone, or its file is damaged.'));
    return undefined;
  }
  const now = documentOf(ref, name);
  const path = now.path.replace(/\/([^/]*)$/, `/${version.file.name.replace(/\.json$/, '')}/$1`);
  const uri = now.with({ scheme: texts.scheme, path });
  texts.put(uri, (await formOf(endingOf(now.path))).print(maskForeignSchema(document)));
  return uri;
}
