import * as vscode from 'vscode';
import { type DocumentRef, nameOfUri, parseDocumentUri } from './document-uri.ts';
import { isKindId } from '../resources/kinds-of-documents.ts';

/** A resource that a command is about. */
export interface Subject {
  readonly ref: DocumentRef;
  /** What people call it; undefined where only the server knows. */
  readonly name: string | undefined;
}

/**
 * What a command was called for: `(ref, name)`; a row of a view, or several; a document's URI, as menus of editors hand
 * over; or nothing, which means the document in front.
 */
export function subjectsOf(args: readonly unknown[]): readonly Subject[] {
  const [first, second] = args;
  const several = Array.isArray(second) ? second.flatMap(subjectOf) : [];
  if (several.length > 0) return several;
  if (isRef(first)) return [{ ref: first, name: typeof second === 'string' ? second : undefined }];
  return subjectOf(first ?? vscode.window.activeTextEditor?.document.uri);
}

function subjectOf(value: unknown): Subject[] {
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

/** Whether a row was clicked: its command says so. */
export const isClick = ([, , from]: readonly unknown[]): boolean => from === 'row';
