import type { Clock } from './http/service.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** Moments as the servers write them; no two stamps carry the same microsecond, so that order is always visible. */
export class Stamper {
  private last = 0;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Now, with microseconds: `2026-01-02T03:04:05.123456Z`. */
  next(): string {
    this.last = Math.max(this.last + 1, this.clock.now().getTime() * 1000);
    const seconds = new Date(Math.floor(this.last / 1000)).toISOString().slice(0, 19);
    return `${seconds}.${String(this.last % 1_000_000).padStart(6, '0')}Z`;
  }
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a Go duration (`1h30m`, `-1.5s`, `0`); undefined when the text is none. */
export function parseDuration(text: string): number | undefined {
  if (/^[-+]?0$/.test(text)) return 0;
  // Longer than that is none that anybody means.
  if (text.length > 200 || !/^[-+]?(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(?<![\d.])(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  }
  return text.startsWith('-') ? -total : total;
}
