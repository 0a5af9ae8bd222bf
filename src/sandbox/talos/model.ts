import type { JsonObject } from '../json/values.ts';

export const STATUSES = ['KEY_STATUS_ACTIVE', 'KEY_STATUS_REVOKED', 'KEY_STATUS_EXPIRED'] as const;
export type KeyStatus = (typeof STATUSES)[number];

export const VISIBILITIES = ['KEY_VISIBILITY_SECRET', 'KEY_VISIBILITY_PUBLIC'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const REASONS = [
  'REVOCATION_REASON_KEY_COMPROMISE',
  'REVOCATION_REASON_AFFILIATION_CHANGED',
  'REVOCATION_REASON_SUPERSEDED',
  'REVOCATION_REASON_PRIVILEGE_WITHDRAWN',
] as const;
export type Reason = (typeof REASONS)[number];

/** Fields that are chosen when a key is made, and most of which may be changed later. */
export interface KeyFields {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly metadata: JsonObject;
  readonly rate_limit_policy?: JsonObject;
  readonly ip_restriction?: { readonly allowed_cidrs: readonly string[] };
}

/** An API key without its secret, which is kept nowhere. */
export interface StoredKey extends KeyFields {
  /** A UUID of an issued key, the hash of an imported one. */
  readonly key_id: string;
  readonly actor_id: string;
  readonly visibility: Visibility;
  readonly revoked?: { readonly reason: Reason; readonly description: string };
  readonly create_time: string;
  readonly update_time: string;
  readonly expire_time?: string;
  readonly last_used_time?: string;
  /** By which a request that is sent twice is known. */
  readonly request_id?: string;
}

/** What Talos keeps. */
export interface TalosState {
  issued: StoredKey[];
  imported: StoredKey[];
  /** Hexadecimal: seals key ids into secrets, and where pages begin. */
  hmac: string;
  /** The private key that tokens are signed with, as a JWK; made when it is first needed. */
  signingKey?: JsonObject;
}

export function statusOf({ revoked, expire_time }: StoredKey, now: Date): KeyStatus {
  if (revoked) return 'KEY_STATUS_REVOKED';
  const isExpired = expire_time !== undefined && Date.parse(expire_time) <= now.getTime();
  return isExpired ? 'KEY_STATUS_EXPIRED' : 'KEY_STATUS_ACTIVE';
}

/** A key as the API shows it. */
export function presentKey(key: StoredKey, now: Date): JsonObject {
  const { revoked } = key;
  const shown = Object.entries(key).filter(([name]) => name !== 'request_id' && name !== 'revoked');
  return {
    ...Object.fromEntries(shown),
    status: statusOf(key, now),
    ...(revoked ? { revocation_reason: revoked.reason, revocation_description: revoked.description } : {}),
  };
}
