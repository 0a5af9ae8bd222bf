import { hashSync } from 'bcryptjs';
import { at, isObject, objectOr, type JsonObject } from '../../json/values.ts';
import { badRequest } from '../http/errors.ts';
import { importFactors, type Keep } from './import-factors.ts';
import type { Credential, Identity } from './model.ts';

/** Forms of password hashes that Kratos can check. */
const KNOWN_HASHES: readonly RegExp[] = [
  /^\$2[abzy]?\$\d+\$[./A-Za-z0-9]{53}$/,
  /^\$argon2id?\$v=\d+\$[^$]+\$[^$]+\$[^$]+$/,
  /^\$pbkdf2-sha\d+\$/,
  /^\$(scrypt|firescrypt)\$/,
  /^\$(md5|sha1|sha256|sha512)\$/,
  /^\$(1|5|6)\$/,
  /^\$hmac-/,
  /^\{SSHA(256|512)?\}/,
];

/** bcrypt looks at no more than this, and the servers refuse longer ones. */
const BCRYPT_BYTES = 72;

/**
 * Adds the credentials of a create or update body to those that an identity has: passwords and authenticators are
 * replaced, providers, backup codes and keys added. Throws a KratosError (400).
 */
export function importCredentials(
  identity: Pick<Identity, 'id' | 'credentials'>,
  given: unknown,
  bcryptCost: number,
  now: () => string,
): Identity['credentials'] {
  const before = identity.credentials;
  if (!isObject(given)) return before;
  const after: Record<string, Credential> = { ...before };
  const keep: Keep = (type, config, identifiers) => {
    const stamp = now();
    const { version = 0, created_at = stamp } = before[type] ?? {};
    after[type] = { type, identifiers, config, version, created_at, updated_at: stamp };
  };
  if (isObject(given.password)) {
    const config = passwordConfig(objectOr(given.password.config), bcryptCost);
    keep('password', config, before.password?.identifiers ?? []);
  }
  for (const type of ['oidc', 'saml']) {
    const providers = at(given, type, 'config', 'providers');
    if (!Array.isArray(providers) || providers.length === 0) continue;
    const known = at(before[type]?.config, 'providers');
    const all = [...(Array.isArray(known) ? (known as unknown[]) : []), ...providers.map(provider)];
    keep(type, { providers: all }, [...new Set(all.map(providerIdentifier))]);
  }
  importFactors(identity, given, keep);
  return after;
}

/** `provider:subject`, the identifier of a social login. */
export function providerIdentifier(provider: unknown): string {
  return `${String(at(provider, 'provider'))}:${String(at(provider, 'subject'))}`;
}

function passwordConfig(given: JsonObject, bcryptCost: number): JsonObject {
  const { password, hashed_password: hash } = given;
  if (given.use_password_migration_hook === true) return { use_password_migration_hook: true };
  if (typeof password !== 'string' || password === '') {
    if (typeof hash === 'string' && KNOWN_HASHES.some((form) => form.test(hash)))
      return { hashed_password: hash };
    throw badRequest('The imported password does not match any known hash format.');
  }
  if (Buffer.byteLength(password) > BCRYPT_BYTES) {
    throw badRequest(`Passwords are limited to a maximum length of ${BCRYPT_BYTES} characters.`);
  }
  // The servers write the older name of the same form.
  return { hashed_password: hashSync(password, bcryptCost).replace('$2b$', '$2a$') };
}

function provider(given: unknown): JsonObject {
  const organization = at(given, 'organization');
  const autoLink = at(given, 'use_auto_link');
  return {
    initial_id_token: '',
    initial_access_token: '',
    initial_refresh_token: '',
    subject: at(given, 'subject') ?? '',
    provider: at(given, 'provider') ?? '',
    ...(typeof organization === 'string' ? { organization } : {}),
    ...(autoLink === true ? { use_auto_link: true } : {}),
  };
}
