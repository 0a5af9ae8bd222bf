import { trimEnd } from '../../http/trim.ts';
import { ConfigError } from '../../config/config-error.ts';
import type { CookieOptions } from '../../http/cookies.ts';
import type { Addresses } from '../../http/service.ts';
import { at, isObject, type JsonObject } from '../../json/values.ts';
import { DEFAULT_SCHEMAS } from './default-schemas.ts';
import { readDuration, readFlag, readText } from './read.ts';
import { loadSchema } from './schema-source.ts';
import { readSelfService, requiredAal, type RequiredAal, type SelfService } from './self-service.ts';

const DAY_MS = 86_400_000;

export interface IdentitySchema {
  readonly id: string;
  readonly schema: JsonObject;
  /** A login or registration may ask for it. */
  readonly selectable: boolean;
}

/** What the sandbox takes from kratos.yml, with Kratos' own defaults. Durations are milliseconds. */
export interface KratosSettings {
  readonly schemas: readonly IdentitySchema[];
  readonly defaultSchemaId: string;
  readonly sessionLifespanMs: number;
  /** How long before its end a session may be extended; undefined: at any time. */
  readonly earliestExtendMs: number | undefined;
  readonly whoamiAal: RequiredAal;
  readonly sessionCookie: SessionCookie;
  /** What all cookies have in common. */
  readonly cookies: CookieOptions;
  readonly bcryptCost: number;
  readonly selfService: SelfService;
  readonly features: Features;
  readonly oauth2: OAuth2Link;
  /** Base URLs without a slash at the end; known when the ports are bound. */
  publicUrl(): string;
  adminUrl(): string;
}

export interface SessionCookie extends CookieOptions {
  readonly name: string;
  /** Lives as long as the session, not only until the browser closes. */
  readonly persistent: boolean;
}

/** `oauth2_provider`: whether Kratos does the logins of an OAuth 2.0 server. */
export interface OAuth2Link {
  readonly linked: boolean;
  /** A flow returns to the authorization that it was begun for, whatever it was asked to return to. */
  readonly overridesReturn: boolean;
}

/** `feature_flags`: how newer servers can be told to behave. */
export interface Features {
  readonly continueWithTransitions: boolean;
  readonly legacyVerificationUi: boolean;
  readonly legacyVerifiedLoginError: boolean;
  readonly fasterSessionExtend: boolean;
}

/**
 * Reads the settings. `file` is where the configuration came from (relative schema files count from there).
 * Throws a ConfigError.
 */
export function readSettings(config: unknown, file: string, addresses: () => Addresses): KratosSettings {
  const schemas = readSchemas(config, file);
  const first = schemas[0];
  if (!first) throw new ConfigError('identity.schemas is empty: at least one schema is needed');
  const defaultSchemaId = readText(config, 'identity', 'default_schema_id') ?? first.id;
  if (!schemas.some(({ id }) => id === defaultSchemaId)) {
    throw new ConfigError(
      `identity.default_schema_id is ${defaultSchemaId}, which identity.schemas does not have`,
    );
  }
  const earliest = ['session', 'earliest_possible_extend'] as const;
  const feature = (name: string) => readFlag(config, false, 'feature_flags', name);
  return {
    schemas,
    defaultSchemaId,
    sessionLifespanMs: readDuration(config, DAY_MS, 'session', 'lifespan'),
    earliestExtendMs:
      at(config, ...earliest) === undefined ? undefined : readDuration(config, DAY_MS, ...earliest),
    whoamiAal: requiredAal(readText(config, 'session', 'whoami', 'required_aal')),
    sessionCookie: {
      name: readText(config, 'session', 'cookie', 'name') ?? 'ory_kratos_session',
      persistent: readFlag(config, true, 'session', 'cookie', 'persistent'),
      ...cookieOptions(config, 'session', 'cookie'),
    },
    cookies: cookieOptions(config, 'cookies'),
    // A real cost would only make tests slow: the sandbox protects nobody.
    bcryptCost: Math.min(6, Math.max(4, Number(at(config, 'hashers', 'bcrypt', 'cost') ?? 4) || 4)),
    selfService: readSelfService(config),
    features: {
      continueWithTransitions: feature('use_continue_with_transitions'),
      legacyVerificationUi: feature('legacy_continue_with_verification_ui'),
      legacyVerifiedLoginError: feature('legacy_require_verified_login_error'),
      fasterSessionExtend: feature('faster_session_extend'),
    },
    oauth2: {
      linked: config === undefined || readText(config, 'oauth2_provider', 'url') !== undefined,
      overridesReturn: readFlag(config, false, 'oauth2_provider', 'override_return_to'),
    },
    publicUrl: () => baseUrl(config, 'public', addresses()['kratos-public'] ?? 'http://127.0.0.1:4433'),
    adminUrl: () => baseUrl(config, 'admin', addresses()['kratos-admin'] ?? 'http://127.0.0.1:4434'),
  };
}

function readSchemas(config: unknown, file: string): readonly IdentitySchema[] {
  const given = at(config, 'identity', 'schemas');
  if (given === undefined) return DEFAULT_SCHEMAS;
  if (!Array.isArray(given)) throw new ConfigError('identity.schemas must be a list');
  return given.map((entry: unknown) => {
    const id = at(entry, 'id');
    const url = at(entry, 'url');
    if (!isObject(entry) || typeof id !== 'string' || typeof url !== 'string') {
      throw new ConfigError('identity.schemas: every entry needs an id and a url');
    }
    return { id, schema: loadSchema(id, url, file), selectable: entry.selfservice_selectable === true };
  });
}

/**
 * `serve.<port>.base_url`, unless it names a loopback port that this sandbox was told to leave: then the address
 * that was really bound.
 */
function baseUrl(config: unknown, port: 'public' | 'admin', bound: string): string {
  const given = readText(config, 'serve', port, 'base_url');
  if (given === undefined) return bound;
  const url = new URL(given);
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const configured = Number(
    at(config, 'serve', port, 'port') ?? (port === 'public' ? 4433 : 4434),
  ).toString();
  if (local && url.port === configured && new URL(bound).port !== configured) return bound;
  return trimEnd(given, '/');
}

/** Only what is set: the rest is left to whoever sets the cookie. */
function cookieOptions(config: unknown, ...path: readonly string[]): CookieOptions {
  const option = (key: string, name: string) => {
    const value = readText(config, ...path, name);
    return value === undefined ? {} : { [key]: value };
  };
  return { ...option('path', 'path'), ...option('domain', 'domain'), ...option('sameSite', 'same_site') };
}
