import * as l10n from '@vscode/l10n';
import type { CallOptions } from '../ory/client.ts';
import { isOryError } from '../ory/errors.ts';
import { DocumentError } from './document-error.ts';

/**
 * Sends a request that changes something. The server does not tell of one that was cancelled under way, so the error
 * does; one that was cancelled while it still had to wait was never carried out.
 * @param doubt what is said of a request that may or may not have been carried out
 * @throws {OryError} `cancelled` where nothing was carried out
 * @throws {DocumentError} where that is not known
 */
export async function sendWrite<T>(
  call: CallOptions,
  doubt: string,
  send: (call: CallOptions) => Promise<T>,
): Promise<T> {
  let pausedUntil = 0;
  try {
    return await send({
      ...call,
      onPause: (pause) => {
        pausedUntil = Date.now() + pause.ms;
        call.onPause?.(pause);
      },
    });
  } catch (error) {
    if (isOryError(error, 'cancelled') && Date.now() >= pausedUntil) {
      throw new DocumentError('unavailable', doubt);
    }
    throw error;
  }
}

/** An error in the words that the editor shows: its own for "Cancelled." say what became of the text. */
export const unlessCancelled = (error: unknown, said: string): unknown =>
  isOryError(error, 'cancelled')
    ? new DocumentError('unavailable', l10n.t('{0} Your text is still here.', said))
    : error;
