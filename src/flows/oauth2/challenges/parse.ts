import { trimEnd } from '../../../ory/trim.ts';
/** What an app of one's own is asked to decide. */
export const CHALLENGE_KINDS = ['login', 'consent', 'logout', 'device'] as const;
export type ChallengeKind = (typeof CHALLENGE_KINDS)[number];

/** A challenge that a person pasted, as far as it shows what it is. */
export interface ParsedChallenge {
  /** Undefined for a bare value: the server has to be asked. */
  readonly kind: ChallengeKind | undefined;
  readonly challenge: string;
  /** What the user typed in, where a device's page names it. */
  readonly userCode?: string;
}

/** The challenge in a page's query. */
export function challengeIn(
  parameters: URLSearchParams,
): { readonly kind: ChallengeKind; readonly challenge: string; readonly userCode?: string } | undefined {
  for (const kind of CHALLENGE_KINDS) {
    const challenge = parameters.get(`${kind}_challenge`);
    if (!challenge) continue;
    const userCode = kind === 'device' ? parameters.get('user_code') : null;
    return { kind, challenge, ...(userCode ? { userCode } : {}) };
  }
  return undefined;
}

/**
 * What a person pasted: the address of a login, consent, logout or device page, its query, `login_challenge=…`, the
 * challenge alone, or the code that a device shows.
 */
export function parseChallenge(text: string): ParsedChallenge | undefined {
  const pasted = trimEnd(text.trim().replace(/^["']/, ''), `"',`);
  if (pasted === '') return undefined;
  const query = /[?&]|^\w+=/.test(pasted)
    ? new URLSearchParams(pasted.slice(pasted.indexOf('?') + 1))
    : undefined;
  const found = query && challengeIn(query);
  if (found) return found;
  const code = query?.get('user_code') ?? (isUserCode(pasted) ? pasted : undefined);
  if (code) return { kind: 'device', challenge: '', userCode: code };
  return query || /\s/.test(pasted) ? undefined : { kind: undefined, challenge: pasted };
}

/** Codes of devices are short; challenges are not. */
const isUserCode = (text: string): boolean => /^[\p{L}\d]{4,6}-?[\p{L}\d]{2,6}$/u.test(text);
