import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import type { DocumentRef } from '../../editor/document-uri.ts';
import { withPatience } from '../../editor/patience.ts';
import { whyClosed } from '../../editor/require-connection.ts';
import { showOnce } from '../../editor/show-once.ts';
import { withoutIcons, withoutLinks } from '../../editor/text.ts';
import type { Undo } from '../../resources/kind.ts';

/** Something that was deleted, with what it takes to create it anew. */
export interface Undoable {
  readonly target: DocumentRef & { readonly name: string };
  readonly undo: Undo;
}

/** What Undo needs may hold secrets: it is forgotten after this, whether the message is still there or not. */
const FORGOTTEN_MS = 10 * 60 * 1000;

/**
 * Says what was deleted, what Undo would bring back and what not, and does it when asked.
 * @param outcome what was deleted
 */
export async function offerUndo(
  container: Container,
  connection: Connection,
  outcome: string,
  undoable: readonly Undoable[],
): Promise<void> {
  const memory: { kept?: readonly Undoable[] } = { kept: undoable };
  const timer = setTimeout(() => delete memory.kept, FORGOTTEN_MS);
  const words = [...new Set(undoable.map(({ undo }) => undo.words))].join(' ');
  const chosen = await vscode.window.showInformationMessage(withoutLinks(`${outcome}. ${words}`), 'Undo');
  clearTimeout(timer);
  if (chosen === undefined) return;
  const { kept } = memory;
  if (!kept) {
    void vscode.window.showWarningMessage('What was deleted is no longer known: it was forgotten.');
    return;
  }
  for (const one of kept) await restore(container, connection, one);
}

async function restore(
  container: Container,
  connection: Connection,
  { target, undo }: Undoable,
): Promise<void> {
  const { kind, name } = target;
  const closed = whyClosed(container.connections, connection);
  if (closed !== undefined) {
    void vscode.window.showWarningMessage(withoutLinks(`${name} was not brought back. ${closed}`));
    return;
  }
  try {
    const title = `Bringing back ${name} on ${connection.name}`;
    const { id, secret } = await withPatience(title, (call) => undo.restore(call));
    container.changes.fire({ connection: connection.id, kind, id, what: 'created' });
    const done = `${name} is back on ${connection.name}`;
    if (id === target.id) vscode.window.setStatusBarMessage(`$(check) ${withoutIcons(done)}`, 8000);
    else void vscode.window.showInformationMessage(withoutLinks(`${done}, under the new id ${id}.`));
    if (!secret) return;
    container.redactor.learn(secret.value);
    await showOnce(withoutLinks(`The new ${secret.name} of ${name} (${connection.name})`), secret.value);
  } catch (error) {
    const doing = `Couldn’t bring back ${withoutLinks(name)} on ${withoutLinks(connection.name)}`;
    const retry = () => restore(container, connection, { target, undo });
    await container.tell(error, { doing, connection, retry });
  }
}
