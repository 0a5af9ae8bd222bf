import * as vscode from 'vscode';
import type { CallOptions } from '../ory/client.ts';
import { OryError } from '../ory/errors.ts';
import { withoutLinks } from './text.ts';
import type { Pause } from '../ory/http/retry.ts';

/** Milliseconds after which waiting is worth a message. */
const PATIENCE = 800;

/** "Ory asks to wait 12 s": what a progress says while a request rests. */
export function pauseWords({ ms, reason }: Pause): string {
  const wait = `${Math.ceil(ms / 1000)} s`;
  return reason === 'rate-limit'
    ? vscode.l10n.t('Ory asks to wait {0}', wait)
    : vscode.l10n.t('trying again in {0}', wait);
}

/**
 * Runs a request that someone waits for: when it takes longer, a message says so and can cancel it, and says what the
 * server asks to wait for.
 */
export async function withPatience<T>(title: string, work: (call: CallOptions) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let tell: ((message: string) => void) | undefined;
  // A server that asks to wait mostly does so before the message is there.
  let waiting = '';
  let done = false;
  const onPause = (pause: Pause) => {
    waiting = pauseWords(pause);
    tell?.(waiting);
  };
  const result = work({ signal: abort.signal, onPause }).finally(() => {
    done = true;
  });
  const timer = setTimeout(() => {
    if (done) return;
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => {
          abort.abort(new OryError('cancelled', 'Cancelled.'));
        });
        tell = (message) => progress.report({ message });
        if (waiting) tell(waiting);
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
