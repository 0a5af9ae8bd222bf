import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { errorWords } from '../error-words.ts';
import { pauseWords, withPatience } from '../patience.ts';
import { withoutLinks } from '../text.ts';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { isOryError } from '../../ory/errors.ts';
import type { Pause } from '../../ory/http/retry.ts';
import type { TaskHost } from './task-host.ts';
import { orTooOld } from './too-old.ts';

export interface Task {
  readonly connection: Connection;
  /** What is going on: "Ending the session Firefox". */
  readonly title: string;
  /** What failed, without "Couldn’t": "end the session Firefox". */
  readonly couldnt: string;
  /** What a server can't do that does not know the request: "ending single sessions". */
  readonly lacks: string;
}

type Work<T> = (client: OryClient, call: CallOptions) => Promise<T>;

/**
 * Calls the API for a command: slow work shows progress and can be cancelled, a failure is told once, and the work done
 * again when the person asks for it.
 * @returns what the work gave, wrapped; undefined where it failed or was cancelled
 */
export async function perform<T>(
  host: TaskHost,
  task: Task,
  work: Work<T>,
): Promise<{ readonly value: T } | undefined> {
  const { connection, title, couldnt, lacks } = task;
  const where = withoutLinks(connection.name);
  for (;;) {
    try {
      const client = await host.client(connection);
      return { value: await withPatience(`${withoutLinks(title)} (${where})`, (call) => work(client, call)) };
    } catch (error) {
      const wish = { again: false };
      await host.tell(orTooOld(error, lacks), {
        doing: vscode.l10n.t('Couldn’t {0} ({1})', withoutLinks(couldnt), where),
        connection,
        retry: () => {
          wish.again = true;
        },
      });
      if (!wish.again) return undefined;
    }
  }
}

export interface ManyTasks<T> extends Task {
  readonly all: readonly T[];
  readonly nameOf: (one: T) => string;
  readonly work: (client: OryClient, one: T, call: CallOptions) => Promise<unknown>;
}

/**
 * The same for several things, one after the other; what failed is told in one message, which can try those again.
 * @returns those that went well
 */
export async function performAll<T>(host: TaskHost, tasks: ManyTasks<T>): Promise<readonly T[]> {
  const { all, work } = tasks;
  const [first] = all;
  if (first === undefined) return [];
  if (all.length === 1) {
    const done = await perform(host, tasks, (client, call) => work(client, first, call));
    return done ? [first] : [];
  }
  const title = `${withoutLinks(tasks.title)} (${withoutLinks(tasks.connection.name)})`;
  const location = vscode.ProgressLocation.Notification;
  const well: T[] = [];
  for (let left = all; ;) {
    const { done, failed } = await vscode.window.withProgress(
      { location, title, cancellable: true },
      (progress, token) => inTurn(host, { ...tasks, all: left }, progress, token),
    );
    well.push(...done);
    if (!(await isTriedAgain(host, { ...tasks, all: left }, failed))) return well;
    left = failed.map(({ one }) => one);
  }
}

interface Failed<T> {
  readonly one: T;
  readonly error: unknown;
}

async function inTurn<T>(
  host: TaskHost,
  { connection, all, nameOf, work, lacks }: ManyTasks<T>,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<{ done: T[]; failed: Failed<T>[] }> {
  const abort = new AbortController();
  const listener = token.onCancellationRequested(() => abort.abort());
  const done: T[] = [];
  const failed: Failed<T>[] = [];
  try {
    const client = await host.client(connection);
    const onPause = (pause: Pause) => progress.report({ message: pauseWords(pause) });
    for (const one of all) {
      if (token.isCancellationRequested) break;
      progress.report({ message: withoutLinks(nameOf(one)), increment: 100 / all.length });
      try {
        await work(client, one, { signal: abort.signal, onPause });
        done.push(one);
      } catch (error) {
        if (isOryError(error, 'cancelled')) break;
        failed.push({ one, error: orTooOld(error, lacks) });
      }
    }
  } finally {
    listener.dispose();
  }
  return { done, failed };
}

/** Tells what failed, if anything did, and whether the person wants it to be tried again. */
async function isTriedAgain<T>(
  host: TaskHost,
  { connection, all, nameOf, couldnt }: ManyTasks<T>,
  failed: readonly Failed<T>[],
): Promise<boolean> {
  if (failed.length === 0) return false;
  const lines = failed.map(({ one, error }) => {
    const { message } = errorWords(error, connection.name, connection);
    return `${nameOf(one)}: ${host.redactor.text(message)}`;
  });
  for (const line of lines) host.log.error(`Couldn’t ${couldnt}: ${line}`);
  const few = lines.slice(0, 3).join(' ');
  const message = vscode.l10n.t(
    'Couldn’t {0} ({1}): {2} of {3} failed. {4}',
    couldnt,
    connection.name,
    failed.length,
    all.length,
    few,
  );
  const chosen = await vscode.window.showErrorMessage(
    withoutLinks(message),
    vscode.l10n.t('Retry Those'),
    vscode.l10n.t('Show Log'),
  );
  if (chosen === vscode.l10n.t('Show Log')) host.log.show();
  return chosen === vscode.l10n.t('Retry Those');
}
