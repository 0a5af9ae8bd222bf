import * as vscode from 'vscode';
import { isKindId } from '../kinds/kinds-of-documents.ts';
import { type DocumentRef, nameOfUri, parseDocumentUri } from './document-uri.ts';

/** A resource that a command was called for, before its connection is looked at. */
export interface Given {
  readonly ref: DocumentRef;
  /** What people call it; undefined where only the server knows. */
  readonly name: string | undefined;
}

/**
 * All resources that a command was called for: `(ref, name)`; a row of a view with the selection that it belongs to; a
 * document's URI, as menus of editors hand over; or nothing, which means the document in front.
 */
export function givenAll(args: readonly unknown[]): readonly Given[] {
  const [first, second] = args;
  const selected = Array.isArray(second) ? second.flatMap(ofValue) : [];
  if (selected.length === 0) return given(args);
  // The row that was clicked leads, wherever it stands in the selection.
  const [clicked] = ofValue(first);
  return clicked ? [clicked, ...selected.filter(({ ref }) => !isSame(ref, clicked.ref))] : selected;
}

/** The one resource that a command was called for: the row that was clicked wins over what is selected beside it. */
export const givenOne = (args: readonly unknown[]): Given | undefined =>
  (args[0] === undefined ? givenAll(args) : given(args))[0];

function given([first, second]: readonly unknown[]): readonly Given[] {
  if (isRef(first)) return [{ ref: first, name: typeof second === 'string' ? second : undefined }];
  return ofValue(first ?? frontUri());
}

function ofValue(value: unknown): Given[] {
  if (value instanceof vscode.Uri) {
    const ref = parseDocumentUri(value);
    return ref ? [{ ref, name: nameOfUri(value) }] : [];
  }
  if (typeof value !== 'object' || value === null || !('ref' in value) || !isRef(value.ref)) return [];
  const name = 'name' in value && typeof value.name === 'string' ? value.name : undefined;
  return [{ ref: value.ref, name }];
}

function isRef(value: unknown): value is DocumentRef {
  if (typeof value !== 'object' || value === null) return false;
  const { connection, kind, id } = value as Partial<Record<keyof DocumentRef, unknown>>;
  return (
    typeof connection === 'string' && typeof id === 'string' && typeof kind === 'string' && isKindId(kind)
  );
}

const isSame = (a: DocumentRef, b: DocumentRef): boolean =>
  a.connection === b.connection && a.kind === b.kind && a.id === b.id;

/** The URI that a command of an editor's menu was called with; from the palette, that of the document in front. */
export const givenUri = ([first]: readonly unknown[]): vscode.Uri | undefined =>
  first instanceof vscode.Uri ? first : frontUri();

/** The URI of the document in front. */
export const frontUri = (): vscode.Uri | undefined => vscode.window.activeTextEditor?.document.uri;

/** Whether a row was clicked: its command says so. */
export const isClick = ([, , from]: readonly unknown[]): boolean => from === 'row';

/**
 * The id of the connection that a command was called for: of a connection itself, of a row or panel that belongs to
 * one, of a resource or a document. Undefined where it was called for none; then the active one is meant.
 */
export function givenConnection(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof vscode.Uri) return parseDocumentUri(value)?.connection;
  const { connection, ref, part, id } = value as Record<string, unknown>;
  for (const owner of [connection, ref, part]) {
    if (typeof owner === 'string') return owner;
    const named = owner === connection ? idOf(owner) : owned(owner);
    if (named !== undefined) return named;
  }
  // A connection itself; rows have ids of their own, too.
  return typeof id === 'string' && !('getTreeItem' in value) ? id : undefined;
}

const idOf = (value: unknown): string | undefined => stringAt(value, 'id');
const owned = (value: unknown): string | undefined => stringAt(value, 'connection');

function stringAt(value: unknown, name: string): string | undefined {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' ? found : undefined;
}
