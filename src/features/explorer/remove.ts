import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { DocumentRef } from '../../editor/document-uri.ts';
import { offerUndo, type Undoable } from './undo.ts';
import { errorWords } from '../../editor/error-words.ts';
import type { CallOptions } from '../../ory/client.ts';
import { hasStatus, isOryError } from '../../ory/errors.ts';
import type { Pause } from '../../ory/http/retry.ts';
import type { KindId } from '../../resources/kind.ts';
import { KINDS } from '../../resources/kinds.ts';
import type { Explorer } from './explorer.ts';
import { viewOf } from './view-of.ts';
import { pauseWords, withPatience } from '../../editor/patience.ts';
import { oneLine, withoutIcons, withoutLinks } from '../../editor/text.ts';

/** A resource that is to be deleted, by the name under which people know it. */
export interface Removal extends DocumentRef {
  readonly name: string;
}

interface Failed {
  readonly target: Removal;
  readonly error: unknown;
}

/** Deletes one after the other, with progress, and tells what could not be deleted in one message. */
export async function removeAll(
  explorer: Explorer,
  connection: Connection,
  all: readonly Removal[],
): Promise<void> {
  const { failed, done, undo } = await (all.length > 1 ? removeMany : removeOne)(explorer, connection, all);
  if (done > 0 && undo.length === 0) {
    // Some of what it would take could not be read, or it was too much: then there is no way back, and it is said.
    const final = all.some(({ kind }) => canBeUndone(kind)) ? '. It can’t be undone' : '';
    vscode.window.setStatusBarMessage(outcome(all, done, connection) + final, 8000);
  }
  await tellFailures(explorer, connection, all, failed);
  if (undo.length > 0) void offerUndo(explorer.container, connection, outcome(all, done, connection), undo);
}

/** Whether there is a way back at all. */
const canBeUndone = (kind: KindId): boolean => 'undo' in (KINDS[kind].removing ?? {});

interface Removed {
  readonly failed: readonly Failed[];
  readonly done: number;
  readonly undo: readonly Undoable[];
}

/** Reading what is about to be deleted takes a request each. */
const UNDO_AT_MOST = 20;

/** One is deleted under the view's progress bar; only when it takes longer a message tells why, and cancels it. */
function removeOne(explorer: Explorer, connection: Connection, all: readonly Removal[]): Thenable<Removed> {
  const { kind = 'identities', name = '' } = all[0] ?? {};
  const title = withoutLinks(`Deleting ${name} from ${connection.name}`);
  return vscode.window.withProgress({ location: { viewId: viewOf(explorer, kind).id } }, () =>
    withPatience(title, (call) => remove(explorer, connection, all, call, () => undefined)),
  );
}

function removeMany(explorer: Explorer, connection: Connection, all: readonly Removal[]): Thenable<Removed> {
  const title = withoutLinks(`Deleting from ${connection.name}`);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      const listener = token.onCancellationRequested(() => abort.abort());
      const onPause = (pause: Pause) => progress.report({ message: pauseWords(pause) });
      try {
        return await remove(explorer, connection, all, { signal: abort.signal, onPause }, (target) =>
          progress.report({ message: withoutLinks(target.name), increment: 100 / all.length }),
        );
      } finally {
        listener.dispose();
      }
    },
  );
}

async function remove(
  { container }: Explorer,
  connection: Connection,
  all: readonly Removal[],
  call: CallOptions,
  onStart: (target: Removal) => void,
): Promise<Removed> {
  const failed: Failed[] = [];
  const undo: Undoable[] = [];
  let done = 0;
  const client = await container.client(connection);
  for (const target of all) {
    if (call.signal?.aborted) break;
    onStart(target);
    const { removing } = KINDS[target.kind];
    // What can't be read can be deleted all the same; only there is no way back then.
    const back =
      all.length > UNDO_AT_MOST
        ? undefined
        : await removing?.undo?.(client, target.id, call).catch(() => undefined);
    try {
      await removing?.remove(client, target.id, call);
      if (back) undo.push({ target, undo: back });
    } catch (error) {
      if (isOryError(error, 'cancelled')) break;
      // What is gone already needs no deleting; its row goes, too.
      if (!hasStatus(error, 404)) {
        failed.push({ target, error });
        continue;
      }
    }
    done += 1;
    const { kind, id } = target;
    container.changes.fire({ connection: connection.id, kind, id, what: 'deleted' });
  }
  return { failed, done, undo };
}

function outcome(all: readonly Removal[], done: number, { name }: Connection): string {
  const [first] = all;
  const verb = first?.kind === 'sessions' ? 'Ended' : 'Deleted';
  const what = all.length === 1 ? oneLine(first?.name ?? '') : `${done} of ${all.length}`;
  return withoutIcons(`${verb} ${what} (${name})`);
}

async function tellFailures(
  { container }: Explorer,
  connection: Connection,
  all: readonly Removal[],
  failed: readonly Failed[],
): Promise<void> {
  const [first] = failed;
  if (!first) return;
  if (all.length === 1) {
    const doing = `Couldn’t delete ${withoutLinks(first.target.name)} from ${withoutLinks(connection.name)}`;
    await container.tell(first.error, { doing, connection });
    return;
  }
  const lines = failed.map(({ target, error }) => {
    const { message } = errorWords(error, connection.name);
    return `${target.name}: ${container.redactor.text(message)}`;
  });
  for (const line of lines) container.log.error(`Couldn’t delete ${line}`);
  const message = `Couldn’t delete ${failed.length} of ${all.length} from ${connection.name}. ${lines.slice(0, 3).join(' ')}`;
  const chosen = await vscode.window.showErrorMessage(withoutLinks(message), 'Show Log');
  if (chosen) container.log.show();
}
