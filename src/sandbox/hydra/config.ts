import { trimEnd } from '../http/trim.ts';
import type { Addresses } from '../http/service.ts';
import { parseDuration } from './durations.ts';
import { isObject } from '../json/values.ts';

/** What the sandbox takes from a `hydra.yml`. Durations in seconds. */
export interface HydraConfig {
  /** The address that tokens and discovery name; never ends in a slash. */
  issuer(): string;
  readonly systemSecret: string;
  readonly urls: Readonly<
    Record<
      'login' | 'registration' | 'consent' | 'logout' | 'error' | 'device' | 'deviceDone' | 'postLogout',
      string
    >
  >;
  readonly subjectTypes: readonly string[];
  readonly pairwiseSalt: string;
  readonly dynamicRegistration: boolean;
  readonly defaultScope: readonly string[];
  readonly supportedScopes: readonly string[];
  readonly supportedClaims: readonly string[];
  readonly registrationUrl: string;
  readonly accessTokens: 'opaque' | 'jwt';
  readonly scopeMatching: 'exact' | 'wildcard';
  readonly grantWholeScope: boolean;
  readonly pkce: Readonly<Record<'enforced' | 'enforcedForPublic' | 'plain', boolean>>;
  readonly assertions: {
    readonly jtiOptional: boolean;
    readonly iatOptional: boolean;
    readonly maxAge: number;
  };
  readonly ttl: Readonly<
    Record<'access' | 'refresh' | 'id' | 'code' | 'login' | 'session' | 'device', number>
  >;
  readonly devicePollInterval: number;
  readonly sameSite: string;
}

const SCOPES = ['offline_access', 'offline', 'openid'];

/**
 * @param source a parsed `hydra.yml`; without one the sandbox is generous: dynamic registration is on.
 * @param addresses where the sandbox listens. An issuer that names Hydra's own configured port follows the port
 * that was really taken, so that tokens and discovery stay true when ports are overridden.
 */
export function readConfig(source: unknown, addresses: () => Addresses): HydraConfig {
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), source);
  const text = (path: string, fallback: string) =>
    typeof at(path) === 'string' ? (at(path) as string) : fallback;
  const flag = (path: string, fallback = false) =>
    typeof at(path) === 'boolean' ? (at(path) as boolean) : fallback;
  const number = (path: string, fallback: number) =>
    typeof at(path) === 'number' ? (at(path) as number) : fallback;
  const list = (path: string, fallback: readonly string[]) => {
    const value = at(path);
    return Array.isArray(value) && value.length > 0 ? value.map(String) : fallback;
  };
  const seconds = (path: string, fallback: number) => {
    const parsed = parseDuration(text(path, ''));
    return parsed === undefined ? fallback : Number(parsed / 1_000_000_000n);
  };

  const ownAddress = () => addresses()['hydra-public'] ?? 'http://127.0.0.1:4444';
  const configured = trimEnd(text('urls.self.issuer', text('urls.self.public', '')), '/');
  const publicPort = number('serve.public.port', 4444).toString();
  const issuer = () => (configured === '' || isOwn(configured, publicPort) ? ownAddress() : configured);
  const fallbackPage = (name: string) => `${issuer()}/oauth2/fallbacks/${name}`;
  const supportedScopes = [...new Set([...SCOPES, ...list('webfinger.oidc_discovery.supported_scope', [])])];
  const systemSecrets = list('secrets.system', ['sandbox']);

  return {
    issuer,
    systemSecret: systemSecrets[0] ?? 'sandbox',
    urls: {
      get login() {
        return text('urls.login', fallbackPage('login'));
      },
      get registration() {
        return text('urls.registration', text('urls.login', fallbackPage('login')));
      },
      get consent() {
        return text('urls.consent', fallbackPage('consent'));
      },
      get logout() {
        return text('urls.logout', fallbackPage('logout'));
      },
      get error() {
        return text('urls.error', fallbackPage('error'));
      },
      get device() {
        return text('urls.device.verification', fallbackPage('device'));
      },
      get deviceDone() {
        return text('urls.device.success', fallbackPage('device/done'));
      },
      get postLogout() {
        return text('urls.post_logout_redirect', fallbackPage('logout/callback'));
      },
    },
    subjectTypes: list('oidc.subject_identifiers.supported_types', ['public']),
    pairwiseSalt: text('oidc.subject_identifiers.pairwise.salt', ''),
    dynamicRegistration: flag('oidc.dynamic_client_registration.enabled', source === undefined),
    defaultScope: list('oidc.dynamic_client_registration.default_scope', SCOPES),
    supportedScopes,
    supportedClaims: [...new Set(['sub', ...list('webfinger.oidc_discovery.supported_claims', [])])],
    registrationUrl: text('webfinger.oidc_discovery.client_registration_url', ''),
    accessTokens: text('strategies.access_token', 'opaque') === 'jwt' ? 'jwt' : 'opaque',
    scopeMatching: text('strategies.scope', 'wildcard') === 'exact' ? 'exact' : 'wildcard',
    grantWholeScope: flag('oauth2.client_credentials.default_grant_allowed_scope'),
    pkce: {
      enforced: flag('oauth2.pkce.enforced'),
      enforcedForPublic: flag('oauth2.pkce.enforced_for_public_clients'),
      plain: false,
    },
    assertions: {
      jtiOptional: flag('oauth2.grant.jwt.jti_optional'),
      iatOptional: flag('oauth2.grant.jwt.iat_optional'),
      maxAge: seconds('oauth2.grant.jwt.max_ttl', 720 * 3600),
    },
    ttl: {
      access: seconds('ttl.access_token', 3600),
      refresh: text('ttl.refresh_token', '') === '-1' ? Infinity : seconds('ttl.refresh_token', 720 * 3600),
      id: seconds('ttl.id_token', 3600),
      code: seconds('ttl.auth_code', 600),
      login: seconds('ttl.login_consent_request', 1800),
      session: seconds('ttl.authentication_session', 720 * 3600),
      device: seconds('ttl.device_user_code', 600),
    },
    devicePollInterval: seconds('oauth2.device_authorization.token_polling_interval', 5),
    sameSite: text('serve.cookies.same_site_mode', 'Lax'),
  };
}

/** Whether an address is loopback with the port that Hydra's public endpoints would have. */
function isOwn(address: string, port: string): boolean {
  try {
    const url = new URL(address);
    return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) && url.port === port;
  } catch {
    return false;
  }
}

const KNOWN = [
  'dsn',
  'version',
  'dev',
  'log',
  'tracing',
  'serve.public.host',
  'serve.public.port',
  'serve.admin.host',
  'serve.admin.port',
  'serve.cookies.same_site_mode',
  'urls.self',
  'urls.login',
  'urls.registration',
  'urls.consent',
  'urls.logout',
  'urls.error',
  'urls.post_logout_redirect',
  'urls.device',
  'secrets.system',
  'oidc.subject_identifiers',
  'oidc.dynamic_client_registration',
  'webfinger.oidc_discovery.supported_scope',
  'webfinger.oidc_discovery.supported_claims',
  'webfinger.oidc_discovery.client_registration_url',
  'strategies.access_token',
  'strategies.scope',
  'oauth2.client_credentials.default_grant_allowed_scope',
  'oauth2.pkce',
  'oauth2.grant.jwt',
  'oauth2.device_authorization.token_polling_interval',
  'ttl',
];

/** Settings of a `hydra.yml` that the sandbox does not act on, as dotted paths. */
export function ignoredSettings(source: unknown, path = ''): string[] {
  if (KNOWN.some((known) => path === known || path.startsWith(`${known}.`))) return [];
  if (!isObject(source)) return path === '' ? [] : [path];
  return Object.entries(source).flatMap(([key, value]) =>
    ignoredSettings(value, path === '' ? key : `${path}.${key}`),
  );
}
