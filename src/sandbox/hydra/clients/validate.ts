import type { HydraConfig } from '../config.ts';
import { invalidMetadata, invalidRedirect, invalidRequest, malformed } from '../http/errors.ts';
import { textOr } from '../objects.ts';
import type { ClientData } from './model.ts';

const SIGNING = /^(RS|PS|ES)(256|384|512)$/;
const WEB_PAGES = ['tos_uri', 'policy_uri', 'logo_uri', 'client_uri'] as const;

/**
 * Checks a client and fills in what the server chooses when nothing was sent.
 * @throws HydraError 400 that names the field.
 */
export function validateClient(client: ClientData, config: HydraConfig): ClientData {
  checkAuthentication(client);
  const secret = client.client_secret ?? '';
  if (secret !== '' && Buffer.byteLength(secret) < 6)
    throw invalidMetadata('Field client_secret needs 6 characters or more.');
  for (const origin of client.allowed_cors_origins ?? []) checkOrigin(origin);
  for (const name of WEB_PAGES) checkWebPage(name, client[name] ?? '');
  const sector = client.sector_identifier_uri ?? '';
  // The server reads it at once; the sandbox goes nowhere, and a server that can't read it refuses the client.
  if (sector !== '') throw invalidMetadata('The sandbox reads no sector_identifier_uri.');
  const userinfo = client.userinfo_signed_response_alg ?? '';
  if (!['', 'none', 'RS256'].includes(userinfo))
    throw invalidMetadata('Field userinfo_signed_response_alg must be none or RS256.');
  for (const uri of client.redirect_uris ?? []) checkRedirect(uri);
  const subject = client.subject_type ?? '';
  if (subject !== '' && !config.subjectTypes.includes(subject))
    throw invalidMetadata(`Field subject_type must be one of ${config.subjectTypes.join(', ')}.`);
  for (const uri of client.post_logout_redirect_uris ?? [])
    checkLogoutRedirect(uri, client.redirect_uris ?? []);
  const strategy = (client.access_token_strategy ?? '').toLowerCase();
  if (!['', 'jwt', 'opaque'].includes(strategy))
    throw invalidMetadata('Field access_token_strategy must be jwt or opaque.');
  return {
    ...client,
    scope: client.scope === undefined || client.scope === '' ? config.defaultScope.join(' ') : client.scope,
    subject_type:
      subject !== ''
        ? subject
        : config.subjectTypes.includes('public')
          ? 'public'
          : (config.subjectTypes[0] ?? 'public'),
    token_endpoint_auth_method: textOr(client.token_endpoint_auth_method, 'client_secret_basic'),
    userinfo_signed_response_alg: textOr(userinfo, 'none'),
    audience: client.audience ?? [],
    ...(strategy === '' ? {} : { access_token_strategy: strategy }),
    allowed_cors_origins: (client.allowed_cors_origins ?? []).map((origin) => origin.replace(/\/$/, '')),
    metadata: client.metadata === undefined ? {} : client.metadata,
    client_secret_expires_at: 0,
  };
}

/**
 * What a program that registers itself may not choose.
 * @throws HydraError 400
 */
export function checkSelfRegistration(client: ClientData): void {
  if (client.metadata !== undefined)
    throw invalidMetadata('A program that registers itself cannot set metadata.');
  if (client.access_token_strategy)
    throw malformed('A program that registers itself cannot choose access_token_strategy.');
  if (client.skip_consent) throw invalidRequest('A program that registers itself cannot set skip_consent.');
  if (client.skip_logout_consent)
    throw invalidRequest('A program that registers itself cannot set skip_logout_consent.');
}

function checkAuthentication(client: ClientData): void {
  const uri = client.jwks_uri ?? '';
  const hasKeys = client.jwks?.keys !== undefined;
  if (client.token_endpoint_auth_method === 'private_key_jwt') {
    if (uri === '' && !hasKeys)
      throw invalidMetadata('A client that signs assertions needs jwks or jwks_uri.');
    const alg = client.token_endpoint_auth_signing_alg ?? '';
    if (alg !== '' && !SIGNING.test(alg))
      throw invalidMetadata('Field token_endpoint_auth_signing_alg names an unsupported algorithm.');
  }
  if (uri !== '' && hasKeys) throw invalidMetadata('Only one of jwks and jwks_uri can be set.');
}

function checkOrigin(origin: string): void {
  const url = urlOf(origin);
  if (url === undefined) throw invalidMetadata('Field allowed_cors_origins holds something that is no URL.');
  if (!['http:', 'https:'].includes(url.protocol))
    throw invalidMetadata('Origins must start with http:// or https://.');
  if (url.username !== '' || url.password !== '') throw invalidMetadata('Origins must not hold credentials.');
  if (url.pathname !== '/' || /[?#]/.test(origin))
    throw invalidMetadata('Origins consist of scheme, host and port only.');
}

function checkWebPage(name: string, uri: string): void {
  if (uri !== '' && !/^https?:/i.test(uri))
    throw invalidMetadata(`Field ${name} must start with http:// or https://.`);
}

/** Redirect URIs may be relative to the root or have a scheme of their own, but no fragment. */
function checkRedirect(uri: string): void {
  if (uri.includes('#')) throw invalidRedirect('Redirect URIs must not have a fragment.');
  const readable =
    (/^\/(?!\/)\S*$/.test(uri) || /^[a-z][a-z0-9+.-]*:\S+$/i.test(uri)) && !/%(?![\da-f]{2})/i.test(uri);
  if (!readable) throw invalidRedirect('A redirect URI cannot be read.');
}

function checkLogoutRedirect(uri: string, redirects: readonly string[]): void {
  const target = originOf(uri);
  if (target === undefined) throw invalidMetadata('A logout redirect URI cannot be read.');
  if (!redirects.some((redirect) => originOf(redirect) === target))
    throw invalidMetadata('Each logout redirect URI must share scheme, host and port with a redirect URI.');
}

/** Scheme and host; an address that is relative to the root has none, which is one as well. */
function originOf(text: string): string | undefined {
  if (/^\/(?!\/)/.test(text)) return '';
  const url = urlOf(text);
  return url && `${url.protocol}//${url.host}`;
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
