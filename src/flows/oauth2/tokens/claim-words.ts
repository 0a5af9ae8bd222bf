import { ago } from '../../../kinds/row.ts';
import { own } from '../../../ory/own.ts';

/** One claim of a token, as people read it. */
export interface ClaimRow {
  readonly name: string;
  /** The value as text; objects and lists as JSON. */
  readonly value: string;
  /** What it means: "in 59 minutes (2026-11-28 03:01:00Z)". */
  readonly words: string;
}

/** Claims that count seconds since 1970 (RFC 7519, OpenID Connect), with what they say. */
const TIMES: Readonly<Record<string, string>> = {
  exp: 'expires',
  iat: 'issued',
  nbf: 'good from',
  auth_time: 'signed in',
  rat: 'requested',
  updated_at: 'updated',
};

const MEANINGS: Readonly<Record<string, string>> = {
  iss: 'who issued it',
  sub: 'whom it is about',
  aud: 'whom it is for',
  azp: 'the client it was issued to',
  client_id: 'the client it was issued to',
  jti: 'its id',
  sid: 'the login session',
  nonce: 'ties it to one request',
  at_hash: 'ties it to the access token',
  c_hash: 'ties it to the code',
  acr: 'how well the user was authenticated',
  amr: 'how the user was authenticated',
  scp: 'scopes',
  scope: 'scopes',
  token_use: 'what kind of token it is',
  token_type: 'how it is presented',
};

/** Claims as rows, in the order in which they stand in the token. */
export const claimRows = (claims: Readonly<Record<string, unknown>>, now: Date): ClaimRow[] =>
  Object.entries(claims).map(([name, value]) => ({
    name,
    value: valueText(value),
    words: wordsOf(name, value, now),
  }));

function wordsOf(name: string, value: unknown, now: Date): string {
  const meaning = own(TIMES, name);
  const at = meaning ? dateOf(value) : undefined;
  // The time that `updated_at` tells may be text in introspections of others.
  return at ? `${String(meaning)} ${whenWords(at, now)}` : (own(MEANINGS, name) ?? '');
}

/** "in 59 minutes (2026-11-28 03:01:00Z)"; within a minute the seconds count. */
export function whenWords(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const distance = Math.abs(seconds) < 60 ? secondsWords(Math.round(seconds)) : ago(at, now);
  return `${distance} (${at
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z')})`;
}

function secondsWords(seconds: number): string {
  if (Math.abs(seconds) < 2) return 'just now';
  return seconds > 0 ? `in ${seconds} s` : `${-seconds} s ago`;
}

/** The moment that a claim in seconds stands for; undefined where it is none, or beyond what dates can be. */
export function dateOf(value: unknown): Date | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const date = new Date(value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

export const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
