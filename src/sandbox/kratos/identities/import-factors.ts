import { at, isObject, objectOr, type JsonObject } from '../../json/values.ts';
import { badRequest } from '../http/errors.ts';
import type { Identity } from './model.ts';

/** Keeps one credential of an identity. */
export type Keep = (type: string, config: unknown, identifiers: readonly string[]) => void;

/**
 * Adds authenticators, backup codes and security keys of a create or update body to those that an identity has.
 * Throws a KratosError (400).
 */
export function importFactors(
  { id, credentials }: Pick<Identity, 'id' | 'credentials'>,
  given: JsonObject,
  keep: Keep,
): void {
  if (isObject(given.totp)) keep('totp', { totp_url: at(given.totp, 'config', 'totp_url') ?? '' }, [id]);
  if (isObject(given.lookup_secret)) {
    const known = listOf(at(credentials.lookup_secret?.config, 'recovery_codes'));
    const codes = listOf(at(given.lookup_secret, 'config', 'codes')).map(lookupCode);
    const all = [...known, ...codes];
    keep('lookup_secret', { recovery_codes: all.length === 0 ? null : all }, [id]);
  }
  if (isObject(given.webauthn)) {
    const { keys, handle } = keysOf('webauthn', credentials, given.webauthn);
    const user_handle = handle || Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64');
    keep('webauthn', { credentials: keys, user_handle }, credentials.webauthn?.identifiers ?? []);
  }
  if (isObject(given.passkey)) keepPasskeys(credentials, given.passkey, keep);
}

function keepPasskeys(credentials: Identity['credentials'], given: JsonObject, keep: Keep): void {
  const { keys, handle } = keysOf('passkey', credentials, given);
  if (handle === '') {
    throw badRequest('A passkey needs the user_handle that its authenticator knows: none was given.');
  }
  if (keys.length === 0) {
    throw badRequest('At least one key is needed in credentials.passkey.config.credentials.');
  }
  const name = Buffer.from(handle, 'base64').toString('utf8');
  keep('passkey', { credentials: keys, user_handle: handle }, [
    ...new Set([...(credentials.passkey?.identifiers ?? []), name]),
  ]);
}

/** The keys that there were, those of the same id replaced, with the new ones behind them. */
function keysOf(type: 'webauthn' | 'passkey', credentials: Identity['credentials'], given: JsonObject) {
  const known = objectOr(credentials[type]?.config);
  const keys = new Map<unknown, JsonObject>();
  for (const key of listOf(known.credentials)) keys.set(at(key, 'id'), objectOr(key));
  for (const key of listOf(at(given, 'config', 'credentials'))) keys.set(at(key, 'id'), securityKey(key));
  const handle = textOr(at(given, 'config', 'user_handle'), textOr(known.user_handle, ''));
  return { keys: [...keys.values()], handle };
}

const FLAGS = { user_present: false, user_verified: false, backup_eligible: false, backup_state: false };

function securityKey(given: unknown): JsonObject {
  return {
    id: at(given, 'id') ?? null,
    public_key: at(given, 'public_key') ?? null,
    attestation_type: textOr(at(given, 'attestation_type'), ''),
    ...pick(given, 'authenticator', { aaguid: null, sign_count: 0, clone_warning: false }),
    display_name: textOr(at(given, 'display_name'), ''),
    added_at: textOr(at(given, 'added_at'), '0001-01-01T00:00:00Z'),
    is_passwordless: at(given, 'is_passwordless') === true,
    ...pick(given, 'flags', FLAGS),
    ...pick(given, 'transport'),
    ...pick(given, 'attestation'),
  };
}

/** A member where there is one, on what its type holds by itself. */
function pick(given: unknown, name: string, defaults?: JsonObject): JsonObject {
  const value = at(given, name) ?? undefined;
  if (value === undefined) return {};
  return { [name]: defaults ? { ...defaults, ...objectOr(value) } : value };
}

const lookupCode = (given: unknown): JsonObject => ({
  code: textOr(at(given, 'code'), ''),
  used_at: at(given, 'used_at') ?? null,
});

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
