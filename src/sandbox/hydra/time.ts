import { trimEnd } from '../http/trim.ts';
import { Stamper } from '../clock.ts';
import type { Clock } from '../http/service.ts';

/** Moments as Hydra writes them. Two stamps of one server never carry the same microsecond. */
export class Stamps {
  private readonly stamper: Stamper;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
    this.stamper = new Stamper(clock);
  }

  /** Seconds since 1970, whole. */
  seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  /** Milliseconds since 1970. */
  milliseconds(): number {
    return this.clock.now().getTime();
  }

  /** Now with microseconds, trailing zeros dropped: `2026-01-02T03:04:05.123456Z`. */
  precise(): string {
    return `${trimEnd(trimEnd(this.stamper.next().slice(0, -1), '0'), '.')}Z`;
  }

  /** Now, rounded to a second. */
  rounded(): string {
    return roundToSecond(this.clock.now());
  }
}

/** RFC 3339 in UTC without a fraction, rounded half up. */
export function roundToSecond(date: Date): string {
  return `${new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** The moment that an RFC 3339 text names; undefined when it is none. */
export function parseTime(text: string): Date | undefined {
  const date = new Date(text);
  return RFC3339.test(text) && !Number.isNaN(date.getTime()) ? date : undefined;
}
