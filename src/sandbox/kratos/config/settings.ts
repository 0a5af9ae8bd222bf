import { parseDuration } from '../../clock.ts';
import { ConfigError } from '../../config/config-error.ts';
import type { Addresses } from '../../http/service.ts';
import { at, isObject, type JsonObject } from '../../json/values.ts';
import { DEFAULT_SCHEMAS } from './default-schemas.ts';
import { loadSchema } from './schema-source.ts';

const HOUR_MS = 3_600_000;

export interface IdentitySchema {
  readonly id: string;
  readonly schema: JsonObject;
}

/** What the sandbox takes from kratos.yml, with Kratos' own defaults. Durations are milliseconds. */
export interface KratosSettings {
  readonly schemas: readonly IdentitySchema[];
  readonly defaultSchemaId: string;
  readonly sessionLifespanMs: number;
  /** How long before its end a session may be extended; undefined: at any time. */
  readonly earliestExtendMs: number | undefined;
  readonly bcryptCost: number;
  readonly recoveryEnabled: boolean;
  readonly linkEnabled: boolean;
  readonly codeEnabled: boolean;
  readonly passwordlessCode: boolean;
  readonly passwordEnabled: boolean;
  readonly loginLifespanMs: number;
  readonly recoveryLifespanMs: number;
  readonly settingsUrl: string;
  readonly recoveryUrl: string;
  /** Base URLs without a slash at the end; known when the ports are bound. */
  publicUrl(): string;
  adminUrl(): string;
}

/**
 * Reads the settings. `file` is where the configuration came from (relative schema files count from there).
 * Throws a ConfigError.
 */
export function readSettings(config: unknown, file: string, addresses: () => Addresses): KratosSettings {
  const schemas = readSchemas(config, file);
  const first = schemas[0];
  if (!first) throw new ConfigError('identity.schemas is empty: at least one schema is needed');
  const defaultSchemaId = text(config, 'identity', 'default_schema_id') ?? first.id;
  if (!schemas.some(({ id }) => id === defaultSchemaId)) {
    throw new ConfigError(
      `identity.default_schema_id is ${defaultSchemaId}, which identity.schemas does not have`,
    );
  }
  const flow = (name: string, key: string) => at(config, 'selfservice', 'flows', name, key);
  const method = (name: string, otherwise: boolean) => {
    const enabled = at(config, 'selfservice', 'methods', name, 'enabled');
    return typeof enabled === 'boolean' ? enabled : otherwise;
  };
  const ui = (name: string) =>
    text(config, 'selfservice', 'flows', name, 'ui_url') ?? `http://127.0.0.1:4455/${name}`;
  const earliest = at(config, 'session', 'earliest_possible_extend');
  return {
    schemas,
    defaultSchemaId,
    sessionLifespanMs: duration(at(config, 'session', 'lifespan'), 'session.lifespan', 24 * HOUR_MS),
    earliestExtendMs:
      earliest === undefined
        ? undefined
        : duration(earliest, 'session.earliest_possible_extend', 24 * HOUR_MS),
    // A real cost would only make tests slow: the sandbox protects nobody.
    bcryptCost: Math.min(6, Math.max(4, Number(at(config, 'hashers', 'bcrypt', 'cost') ?? 4) || 4)),
    recoveryEnabled: config === undefined || flow('recovery', 'enabled') === true,
    linkEnabled: method('link', config === undefined),
    codeEnabled: method('code', true),
    passwordlessCode: at(config, 'selfservice', 'methods', 'code', 'passwordless_enabled') === true,
    passwordEnabled: method('password', true),
    loginLifespanMs: duration(flow('login', 'lifespan'), 'selfservice.flows.login.lifespan', HOUR_MS),
    recoveryLifespanMs: duration(
      flow('recovery', 'lifespan'),
      'selfservice.flows.recovery.lifespan',
      HOUR_MS,
    ),
    settingsUrl: ui('settings'),
    recoveryUrl: ui('recovery'),
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
    return { id, schema: loadSchema(id, url, file) };
  });
}

/**
 * `serve.<port>.base_url`, unless it names a loopback port that this sandbox was told to leave: then the address
 * that was really bound.
 */
function baseUrl(config: unknown, port: 'public' | 'admin', bound: string): string {
  const given = text(config, 'serve', port, 'base_url');
  if (given === undefined) return bound;
  const url = new URL(given);
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const configured = Number(
    at(config, 'serve', port, 'port') ?? (port === 'public' ? 4433 : 4434),
  ).toString();
  if (local && url.port === configured && new URL(bound).port !== configured) return bound;
  return given.replace(/\/+$/, '');
}

function duration(value: unknown, where: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  const parsed =
    typeof value === 'string' || typeof value === 'number' ? parseDuration(String(value)) : undefined;
  if (parsed === undefined) {
    throw new ConfigError(`${where} is no duration such as 1h or 30m: ${JSON.stringify(value)}`);
  }
  return parsed;
}

function text(config: unknown, ...path: readonly string[]): string | undefined {
  const value = at(config, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
