import * as vscode from 'vscode';
import { OryError } from '../../ory/errors.ts';
import type { Pause } from '../../ory/http/retry.ts';
import type { CallOptions } from '../../ory/client.ts';
import { documentText, type Version, versionOf } from './version.ts';
import { choiceOf, type Target } from './target.ts';

/** Milliseconds after which waiting is worth a message. */
const PATIENCE = 800;

/** Reads the server's copy, silently. @throws {OryError} */
export async function readVersion({ kind, client, ref }: Target, call: CallOptions = {}): Promise<Version> {
  return versionOf(kind, await kind.read(client, ref.id, call));
}

/** The document that a new resource starts from. @throws {OryError} */
export async function readTemplate({ kind, client, ref }: Target, call: CallOptions = {}): Promise<Version> {
  if (!kind.creating) throw new Error(`A ${kind.noun} can’t be created.`);
  const raw = await kind.creating.template(client, choiceOf(ref), call);
  return { raw, masked: raw, text: documentText(raw) };
}

/**
 * Runs a request that someone waits for: when it takes longer, a message says so and can cancel it, and says what the
 * server asks to wait for.
 */
export async function withPatience<T>(title: string, work: (call: CallOptions) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let tell: ((pause: Pause) => void) | undefined;
  let done = false;
  const result = work({ signal: abort.signal, onPause: (pause) => tell?.(pause) }).finally(() => {
    done = true;
  });
  const timer = setTimeout(() => {
    if (done) return;
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => {
          abort.abort(new OryError('cancelled', 'Cancelled.'));
        });
        tell = ({ ms, reason }) => {
          const wait = `${Math.ceil(ms / 1000)} s`;
          progress.report({
            message: reason === 'rate-limit' ? `the server asks to wait ${wait}` : `trying again in ${wait}`,
          });
        };
        await result.catch(() => undefined);
      },
    );
  }, PATIENCE);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
  }
}
