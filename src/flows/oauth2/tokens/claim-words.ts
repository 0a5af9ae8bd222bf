import * as l10n from '@vscode/l10n';
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
  nbf: l10n.t('good from'),
  auth_time: l10n.t('signed in'),
  rat: 'requested',
  updated_at: 'updated',
};

const MEANINGS: Readonly<Record<string, string>> = {
  iss: l10n.t('who issued it'),
  sub: l10n.t('whom it is about'),
  aud: l10n.t('whom it is for'),
  azp: l10n.t('the client it was issued to'),
  client_id: l10n.t('the client it was issued to'),
  jti: l10n.t('its id'),
  sid: l10n.t('the login session'),
  nonce: l10n.t('ties it to one request'),
  at_hash: l10n.t('ties it to the access token'),
  c_hash: l10n.t('ties it to the code'),
  acr: l10n.t('how well the user was authenticated'),
  amr: l10n.t('how the user was authenticated'),
  scp: 'scopes',
  scope: 'scopes',
  token_use: l10n.t('what kind of token it is'),
  token_type: l10n.t('how it is presented'),
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
  if (Math.abs(seconds) < 2) return l10n.t('just now');
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
