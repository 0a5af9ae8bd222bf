import * as l10n from '@vscode/l10n';
import { OryError } from '../errors.ts';
import type { HttpRequest, HttpResponse, Transport } from './transport.ts';

/** So many requests that nobody waits for any more may be under way; a read waits for one of them to end. */
const MOST_LEFT = 4;

/** Milliseconds after which a request is ended that nobody waits for. */
const LONGEST_MS = 60_000;

/**
 * For servers nearby: who no longer wants an answer gets `cancelled` at once, and the request ends by itself, its answer
 * dropped. A Kratos with an in-memory database loses all its data when a request is broken off during a query: its
 * database lives in the one connection that the query then closes.
 */
export class EndingTransport implements Transport {
  /** Requests under way that nobody waits for. */
  private readonly left = new Set<Promise<unknown>>();

  constructor(private readonly inner: Transport) {}

  async send(request: HttpRequest): Promise<HttpResponse> {
    const { signal, timeoutMs, method } = request;
    const { origin } = new URL(request.url);
    const until = AbortSignal.timeout(timeoutMs);
    const gone = signal ? AbortSignal.any([signal, until]) : until;
    const givenUp = () =>
      signal?.aborted
        ? new OryError('cancelled', 'Cancelled.', { origin, cause: signal.reason })
        : new OryError('timeout', l10n.t('{0} took too long to answer.', origin), {
            origin,
            cause: until.reason,
          });
    if (signal?.aborted) throw givenUp();
    while (method === 'GET' && this.left.size >= MOST_LEFT)
      await orGone(Promise.race(this.left), gone, givenUp);
    const { url, headers, body } = request;
    const answer = this.inner.send({
      method,
      url,
      headers,
      timeoutMs: Math.max(timeoutMs, LONGEST_MS),
      ...(body === undefined ? {} : { body }),
    });
    return orGone(answer, gone, () => {
      this.leave(answer);
      return givenUp();
    });
  }

  /** Waits for the requests that somebody waits for; the rest ends by itself. */
  async close(): Promise<void> {
    const closing = this.inner.close();
    if (this.left.size === 0) await closing;
    else closing.catch(() => undefined);
  }

  private leave(answer: Promise<unknown>): void {
    const ended = answer
      .catch(() => undefined)
      .finally(() => {
        this.left.delete(ended);
      });
    this.left.add(ended);
  }
}

/** What a promise gives, or a failure as soon as nobody wants it any more. */
function orGone<T>(promise: Promise<T>, gone: AbortSignal, failure: () => OryError): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(failure());
    if (gone.aborted) giveUp();
    else gone.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => gone.removeEventListener('abort', giveUp));
  });
}
