import * as vscode from 'vscode';
import { addressOf, type Connection } from '../../connections/model.ts';
import { readOnlyReason } from '../../connections/read-only.ts';
import type { Container } from '../../container.ts';
import { type DocumentRef, parseDocumentUri } from '../../editor/document-uri.ts';
import type { OryClient } from '../../ory/client.ts';
import type { Kind } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { DocumentError } from '../../saving/document-error.ts';
import type { Work } from '../../saving/work/work.ts';

/** What a document stands for, and how it is reached. */
export interface DocumentSource {
  readonly ref: DocumentRef;
  readonly kind: Kind;
  readonly connection: Connection;
  readonly client: OryClient;
  /** Where large copies are worked on. */
  readonly work: Work;
}

/** @throws {DocumentError} where the URI is none of ours, or its connection was removed */
export async function sourceOf(
  container: Container,
  from: vscode.Uri | DocumentRef,
): Promise<DocumentSource> {
  const ref = from instanceof vscode.Uri ? parseDocumentUri(from) : from;
  if (!ref) throw new DocumentError('not-found', vscode.l10n.t('This is the address of no Ory document.'));
  const connection = container.connections.byId(ref.connection);
  if (!connection) {
    throw new DocumentError(
      'unavailable',
      vscode.l10n.t(
        'The connection “{0}” was removed: add it again with this short name, or keep the text with Save As.',
        ref.connection,
      ),
    );
  }
  const client = await container.client(connection);
  return { ref, kind: KINDS[ref.kind], connection, client, work: container.work };
}

/** Base URL of the server that a document's resource is on, as the settings have it now. */
export function placeOf(container: Container, { connection: id, kind }: DocumentRef): string | undefined {
  const connection = container.connections.byId(id);
  return connection && addressOf(connection, KINDS[kind].service);
}

/** Why a document can't be edited, or undefined where it can. */
export function whyReadOnly(
  kind: Kind,
  connection: Connection | undefined,
  ref: DocumentRef,
): string | undefined {
  if (!isNew(ref) && !kind.writing)
    return kind.readOnlyReason ?? vscode.l10n.t('A {0} can’t be changed.', kind.noun);
  return connection && readOnlyReason(connection);
}

/** Whether a document's resource does not exist yet. */
export const isNew = (ref: DocumentRef): boolean => ref.isNew === true;

/** The id of a document whose resource is to be created; `choice` is kept in it, so that a reload finds it again. */
export const newId = (choice: string | undefined): string =>
  `new-${Date.now().toString(36)}${Math.floor(Math.random() * 36 ** 3).toString(36)}${choice ? `:${choice}` : ''}`;

/** What was picked before a new document was opened, such as a schema id. */
export function choiceOf(ref: DocumentRef): string | undefined {
  const at = ref.id.indexOf(':');
  return at < 0 ? undefined : ref.id.slice(at + 1);
}
