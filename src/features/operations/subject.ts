import * as vscode from 'vscode';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { isKindId } from '../../resources/kinds-of-documents.ts';
import { kindOfParameter } from '../../resources/kinds-in-operations.ts';
import type { FoundResource } from './found-resource.ts';

/** The resource that an operation is to be run for. */
export interface Subject extends FoundResource {
  /** Id of its connection. */
  readonly connection: string;
}

/** The resource of the row that the command was called on, or of the document in front. */
export function subjectOf(argument: unknown): Subject | undefined {
  const row = typeof argument === 'object' && argument !== null ? argument : {};
  const { ref, name } = row as { ref?: unknown; name?: unknown };
  if (typeof ref === 'object' && ref !== null) {
    const { connection, kind, id } = ref as Record<string, unknown>;
    if (
      typeof connection === 'string' &&
      typeof id === 'string' &&
      typeof kind === 'string' &&
      isKindId(kind)
    )
      return { connection, kind, id, name: typeof name === 'string' ? name : id };
  }
  const uri = vscode.window.activeTextEditor?.document.uri;
  const front = uri && parseDocumentUri(uri);
  return front && !front.id.startsWith('+') ? { ...front, name: nameOfUri(uri) } : undefined;
}

/** The parameter of an operation that takes the id of a resource, where there is one. */
export const parameterFor = (operation: Operation, { kind }: Subject): string | undefined =>
  Object.keys(operation.parameters).find(
    (name) => operation.parameters[name]?.in === 'path' && kindOfParameter(operation, name) === kind,
  );
