import * as vscode from 'vscode';
import { errorWords } from '../../editor/error-words.ts';
import { withoutLinks } from '../../editor/text.ts';
import { hasStatus, isOryError } from '../../ory/errors.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { validationSentence } from '../../saving/complaints.ts';
import { DocumentError } from '../../saving/document-error.ts';

/**
 * What the editor is told of a failure: it shows this itself, so it is one sentence and nothing else is shown.
 * @param where name of the connection
 */
export function fileError(error: unknown, where: string, redactor: Redactor): vscode.FileSystemError {
  if (error instanceof vscode.FileSystemError) return error;
  const said = validationWords(error, where) ?? errorWords(error, where).message;
  const message = withoutLinks(redactor.text(said));
  const code = error instanceof DocumentError ? error.code : undefined;
  if (code === 'no-permissions' || hasStatus(error, 401, 403)) {
    return vscode.FileSystemError.NoPermissions(message);
  }
  if (code === 'not-found' || hasStatus(error, 404, 410)) return vscode.FileSystemError.FileNotFound(message);
  return vscode.FileSystemError.Unavailable(message);
}

/** Kratos' schema validation names places by two pointers each: people get the places by their names. */
function validationWords(error: unknown, where: string): string | undefined {
  if (!isOryError(error, 'refused')) return undefined;
  const said = validationSentence(error.facts.reason ?? '');
  return said === undefined
    ? undefined
    : vscode.l10n.t('{0} refused it: {1} ({2}).', where, said, error.status ?? '');
}
