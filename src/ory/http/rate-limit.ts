import type { HttpResponse } from './transport.ts';

const LONGEST_WAIT_MS = 60_000;

/**
 * How long the server asks to wait, in milliseconds: `Retry-After` (seconds or a date), else `x-ratelimit-reset`
 * (seconds), else undefined. Never more than a minute.
 */
export function waitAsked(headers: HttpResponse['headers'], now: number = Date.now()): number | undefined {
  const after = headers['retry-after'];
  if (after !== undefined) {
    const seconds = Number(after);
    const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(after) - now;
    if (Number.isFinite(ms)) return clamp(ms);
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  return Number.isFinite(reset) ? clamp(reset * 1000) : undefined;
}

const clamp = (ms: number): number => Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);

/** Remembers which buckets of a server are used up, so that the next request waits instead of being refused. */
export class RateLimits {
  private readonly openAt = new Map<string, number>();

  /** Notes what an answer says of its bucket. */
  note(bucket: string, headers: HttpResponse['headers'], now: number = Date.now()): void {
    if (Number(headers['x-ratelimit-remaining'] ?? Number.NaN) > 0) this.openAt.delete(bucket);
    else if (headers['x-ratelimit-remaining'] !== undefined) {
      const wait = waitAsked(headers, now);
      if (wait) this.openAt.set(bucket, now + wait);
    }
  }

  /** Milliseconds until the bucket may be asked again; 0 when it may be now. */
  waitFor(bucket: string, now: number = Date.now()): number {
    return Math.max((this.openAt.get(bucket) ?? 0) - now, 0);
  }
}
