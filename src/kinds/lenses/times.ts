import { ago } from '../row.ts';

/** A timestamp in a text. `offset` and `length` in UTF-16 units, without quotes. */
export interface TimeInText {
  readonly offset: number;
  readonly length: number;
  readonly at: Date;
}

/** RFC 3339, as all of Ory's servers write it. */
const TIMESTAMP = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/** Go's way to say "never". */
const ZERO = '0001-01-01T00:00:00';

/** The timestamps in a text. */
export function timesIn(text: string): readonly TimeInText[] {
  return [...text.matchAll(TIMESTAMP)].flatMap((match) => {
    const at = new Date(match[0]);
    if (match[0].startsWith(ZERO) || Number.isNaN(at.getTime())) return [];
    return [{ offset: match.index, length: match[0].length, at }];
  });
}

/** "3 days ago", "in 2 hours". */
export const agoWords = (at: Date, now = new Date()): string => ago(at, now);
