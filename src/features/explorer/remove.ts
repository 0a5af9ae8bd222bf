import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { DocumentRef } from '../../editor/document-uri.ts';
import { errorWords } from '../../editor/error-words.ts';
import { hasStatus, isOryError } from '../../ory/errors.ts';
import { KINDS } from '../../resources/kinds.ts';
import type { Explorer } from './explorer.ts';
import { oneLine, withoutLinks } from '../../editor/text.ts';

/** A resource that is to be deleted, by the name under which people know it. */
export interface Target extends DocumentRef {
  readonly name: string;
}

interface Failed {
  readonly target: Target;
  readonly error: unknown;
}

/** Deletes one after the other, with progress, and tells what could not be deleted in one message. */
export async function removeAll(
  explorer: Explorer,
  connection: Connection,
  all: readonly Target[],
): Promise<void> {
  const many = all.length > 1;
  const { failed, done } = await vscode.window.withProgress(
    many
      ? {
          location: vscode.ProgressLocation.Notification,
          title: `Deleting from ${withoutLinks(connection.name)}`,
          cancellable: true,
        }
      : { location: { viewId: explorer.viewOf(all[0]?.kind ?? 'identities').id } },
    (progress, token) =>
      remove(explorer, connection, all, token, (target) =>
        progress.report({ message: oneLine(target.name), increment: 100 / all.length }),
      ),
  );
  if (done > 0) vscode.window.setStatusBarMessage(outcome(all, done, connection), 5000);
  await tellFailures(explorer, connection, all, failed);
}

async function remove(
  { container }: Explorer,
  connection: Connection,
  all: readonly Target[],
  token: vscode.CancellationToken,
  onStart: (target: Target) => void,
): Promise<{ failed: Failed[]; done: number }> {
  const abort = new AbortController();
  const listener = token.onCancellationRequested(() => abort.abort());
  const failed: Failed[] = [];
  let done = 0;
  try {
    const client = await container.client(connection);
    for (const target of all) {
      if (token.isCancellationRequested) break;
      onStart(target);
      try {
        await KINDS[target.kind].removing?.remove(client, target.id, { signal: abort.signal });
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
  } finally {
    listener.dispose();
  }
  return { failed, done };
}

function outcome(all: readonly Target[], done: number, { name }: Connection): string {
  const [first] = all;
  const verb = first?.kind === 'sessions' ? 'Ended' : 'Deleted';
  const what = all.length === 1 ? oneLine(first?.name ?? '') : `${done} of ${all.length}`;
  return `${verb} ${what} (${name})`.replaceAll('$(', '\\$(');
}

async function tellFailures(
  { container }: Explorer,
  connection: Connection,
  all: readonly Target[],
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
