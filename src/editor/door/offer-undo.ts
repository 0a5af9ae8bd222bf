import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { KindId } from '../../kinds/kind.ts';
import type { TaskHost } from '../tasks/task-host.ts';
import { tellDone } from '../tasks/tell-done.ts';
import { withoutLinks } from '../text.ts';
import { undoAll } from './undo-all.ts';
import type { Undoable } from './undo-memory.ts';

/**
 * What was done to resources: with a button that takes it back, where that can be done; else in the status bar.
 * @param what "Deactivated ada@example.com"
 */
export function tellUndoable(
  host: TaskHost,
  { what, connection, kind, ids }: Done & { readonly connection: Connection },
): void {
  const undoable = undoableOf(host, connection, kind, ids);
  if (undoable.length === 0) tellDone(what, connection);
  else void offerUndo(host, connection, `${what} (${connection.name})`, undoable);
}

export interface Done {
  readonly what: string;
  readonly kind: KindId;
  readonly ids: readonly string[];
}

/** How the last writes to resources are taken back, as far as that is known. */
export const undoableOf = (
  { undo }: Pick<TaskHost, 'undo'>,
  { id: connection }: Connection,
  kind: KindId,
  ids: readonly string[],
): readonly Undoable[] => ids.flatMap((id) => undo.of({ connection, kind, id }) ?? []);

/**
 * Says what was done and what Undo would bring back, and does it when asked.
 * @param done what was done, as a sentence without its full stop
 */
export async function offerUndo(
  host: TaskHost,
  connection: Connection,
  done: string,
  undoable: readonly Undoable[],
  rest = '',
): Promise<void> {
  const said = [...new Set(undoable.map(({ undo }) => undo.words[undoable.length === 1 ? 0 : 1]))];
  const words = said.length > 1 ? vscode.l10n.t('Undo re-creates them as far as possible.') : said.join('');
  const sentences = [done, words.replace(/\.$/, ''), rest].filter(Boolean);
  const message = sentences.length === 1 ? done : `${sentences.join('. ')}.`;
  const chosen = await vscode.window.showInformationMessage(withoutLinks(message), 'Undo');
  if (chosen === undefined) return;
  await undoAll(host, connection, undoable);
}
