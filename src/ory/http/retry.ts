import { OryError } from '../errors.ts';
import { waitAsked } from './rate-limit.ts';
import type { HttpResponse } from './transport.ts';

export interface RetryPolicy {
  /** How often a request is sent at most. */
  readonly attempts: number;
  /** First pause in milliseconds; it doubles with every attempt. */
  readonly baseMs: number;
  readonly maximumMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 4, baseMs: 300, maximumMs: 30_000 };

/** A pause that the caller may want to show: "Ory asks to wait 12 s". */
export interface Pause {
  readonly ms: number;
  readonly reason: 'rate-limit' | 'server' | 'network';
}

export interface RetryOptions {
  /** Whether the request may be sent twice: reads only. A 429 was not carried out and may always be sent again. */
  readonly safe: boolean;
  readonly policy: RetryPolicy;
  readonly signal?: AbortSignal | undefined;
  readonly onPause?: ((pause: Pause) => void) | undefined;
}

const retriedStatuses = new Set([502, 503, 504]);

/** Sends until the answer is worth having, the attempts are used up, or the signal fires. */
export async function sendWithRetry(
  send: () => Promise<HttpResponse>,
  { safe, policy, signal, onPause }: RetryOptions,
): Promise<HttpResponse> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt >= policy.attempts;
    let pause: Pause;
    try {
      const answer = await send();
      const limited = answer.status === 429;
      if (last || !(limited || (safe && retriedStatuses.has(answer.status)))) return answer;
      const asked = waitAsked(answer.headers);
      const ms = asked === undefined ? backoff(policy, attempt) : asked + jitter(policy.baseMs);
      pause = { ms, reason: limited ? 'rate-limit' : 'server' };
    } catch (error) {
      // Refused, unknown and untrusted servers stay so; only a connection that broke is worth another try.
      if (last || !safe || !(error instanceof OryError) || error.kind !== 'interrupted') throw error;
      pause = { ms: backoff(policy, attempt), reason: 'network' };
    }
    onPause?.(pause);
    await sleep(pause.ms, signal);
  }
}

const jitter = (ms: number): number => Math.random() * ms;

const backoff = (policy: RetryPolicy, attempt: number): number =>
  Math.min(policy.baseMs * 2 ** (attempt - 1), policy.maximumMs) * (0.5 + Math.random() / 2);

/** Waits, or fails with `cancelled` as soon as the signal fires. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancelled = () => {
      clearTimeout(timer);
      reject(new OryError('cancelled', 'Cancelled.'));
    };
    if (signal?.aborted) {
      reject(new OryError('cancelled', 'Cancelled.'));
      return;
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancelled);
      resolve();
    }, ms);
    signal?.addEventListener('abort', cancelled, { once: true });
  });
}
