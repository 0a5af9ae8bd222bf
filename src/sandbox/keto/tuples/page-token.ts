import type { Clock } from '../../http/service.ts';
import { JsonSyntaxError, readJson } from '../../json/read.ts';
import { objectOr } from '../../json/values.ts';
import { badRequest } from '../http/errors.ts';

const SIZE = 100;
const MAX_SIZE = 500;
const LIFESPAN_MS = 3_600_000;

/** How many a page holds: nothing, 0 and less mean the default; more than the maximum is the maximum. */
export const clampSize = (size: number): number => (size <= 0 ? SIZE : Math.min(size, MAX_SIZE));

/** An opaque text for the place behind a tuple, good for an hour. */
export function writeToken(after: number, clock: Clock): string {
  const expires = clock.now().getTime() + LIFESPAN_MS;
  return Buffer.from(JSON.stringify({ after, expires })).toString('base64url');
}

/** The place that a token names: 0 without one. Throws a 400 for a text that is no token, or an old one. */
export function readToken(query: URLSearchParams, clock: Clock): number {
  const token = query.getAll('page_token').find((value) => value !== '');
  if (token === undefined) return 0;
  const { after, expires } = objectOr(contentOf(token));
  if (typeof after !== 'number' || typeof expires !== 'number') throw badRequest('invalid pagination token');
  if (expires < clock.now().getTime()) throw badRequest('page token expired, do not persist page tokens');
  return after;
}

function contentOf(token: string): unknown {
  try {
    return readJson(Buffer.from(token, 'base64url').toString('utf8'));
  } catch (cause) {
    if (cause instanceof JsonSyntaxError) return undefined;
    throw cause;
  }
}
