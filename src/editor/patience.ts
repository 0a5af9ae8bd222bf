import * as vscode from 'vscode';
import type { CallOptions } from '../ory/client.ts';
import { OryError } from '../ory/errors.ts';
import type { Pause } from '../ory/http/retry.ts';

/** Milliseconds after which waiting is worth a message. */
const PATIENCE = 800;

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
