import type * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type DocumentRef, parseDocumentUri } from '../../editor/document-uri.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import type { Answer, Asked, JobName } from '../../saving/work/jobs.ts';
import type { Text } from '../../saving/work/read-text.ts';

/** Jobs that are asked about the text of a document. */
type OfText = { [J in JobName]: Asked<J> extends Text ? J : never }[JobName];

/** A document of an existing resource; undefined where it is no resource's yet. */
export function existing(document: vscode.TextDocument): DocumentRef | undefined {
  const ref = parseDocumentUri(document.uri);
  return ref?.isNew ? undefined : ref;
}

/** Asks about a document as it stands in the editor. @returns undefined where the editor asks no more */
export async function askWork<J extends OfText>(
  { work }: Pick<Container, 'work'>,
  name: J,
  document: vscode.TextDocument,
  asked: Omit<Asked<J>, keyof Text>,
  token: vscode.CancellationToken,
): Promise<Answer<J> | undefined> {
  const abort = new AbortController();
  const listener = token.onCancellationRequested(() => abort.abort());
  const text: Text = { ending: endingOf(document.uri.path), text: document.getText() };
  try {
    const answer = await work.run(name, { ...asked, ...text }, {}, abort.signal);
    return token.isCancellationRequested ? undefined : answer;
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}
