import { badRequest } from './errors.ts';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  mo: 30 * 86_400_000,
  y: 365 * 86_400_000,
};
const LONGEST_MS = 315_360_000_000;
const MOST_CHARACTERS = 100;
/** One part of it; each begins where the one before ended. */
const PART = /(\d{1,12}(?:\.\d{1,9})?)(ms|mo|s|m|h|d|w|y)/gy;

/**
 * Milliseconds of a lifetime: protobuf's seconds (`3600s`), Go's durations, and days, weeks, months and years.
 * Throws a TalosError.
 * @returns undefined where none was sent, or zero
 */
export function readTtl(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw badRequest('ttl must be a text, such as 3600s.');
  let total = 0;
  let read = 0;
  for (const [part, amount, unit = ''] of value.slice(0, MOST_CHARACTERS).matchAll(PART)) {
    total += Number(amount) * (UNITS[unit] ?? 0);
    read += part.length;
  }
  if (read === 0 || read !== value.length)
    throw badRequest('ttl is no duration: use a form such as 3600s, 24h or 30d.');
  if (total === 0) return undefined;
  if (total < 1000 || total > LONGEST_MS) throw badRequest('ttl must be between 1s and 315360000s.');
  return total;
}
