import { randomBytes, randomUUID } from 'node:crypto';
import { responseTypesOf, type StoredClient } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { HydraError } from '../http/errors.ts';
import { encodeQuery } from '../http/paths.ts';
import { checkAudience, checkScopes, words } from '../tokens/scopes.ts';
import { ClientRefusal, PageRefusal } from './authorize-errors.ts';
import type { Flow } from './flow.ts';
import { RESPONSE_MODES, type WayBack } from './response-mode.ts';

/**
 * Checks an authorization request.
 * @param requestUrl path and query as they stood on the wire
 * @throws PageRefusal when client or redirect URI are wrong, ClientRefusal for everything after that.
 */
export function readAuthorization(
  context: HydraContext,
  parameters: URLSearchParams,
  requestUrl: string,
): Flow {
  const get = (name: string) => parameters.get(name) ?? '';
  const client = context.state.clients.get(get('client_id'));
  if (client === undefined) throw new PageRefusal('invalid_client', 'The client is not known.');
  const scope = words(get('scope'));
  checkRequestObject(client, parameters, scope);
  const wanted = get('response_mode');
  const named = RESPONSE_MODES.find((mode) => mode === wanted);
  if (wanted !== '' && named === undefined)
    throw new PageRefusal('unsupported_response_mode', 'This response_mode is not known.');
  const redirectUri = redirectFor(client, get('redirect_uri'), scope);
  let back: WayBack = { redirectUri, state: get('state'), mode: named ?? 'query' };
  const audience = parameters.getAll('audience').flatMap(words);
  try {
    checkScopes(client.data, scope, context.config);
    checkAudience(client.data, audience);
  } catch (error) {
    if (error instanceof HydraError) throw new ClientRefusal(error.code, error.message, back);
    throw error;
  }
  if (get('registration') !== '')
    throw new ClientRefusal('registration_not_supported', 'Clients are not registered on the way.', back);
  checkResponseType(client, get('response_type'), back);
  back = { ...back, mode: named ?? (get('response_type') === 'code' ? 'query' : 'fragment') };
  if (back.state.length < 8)
    throw new ClientRefusal('invalid_state', 'The state needs 8 characters or more.', back);
  const challenge = get('code_challenge');
  return {
    id: randomBytes(16).toString('hex'),
    clientId: client.id,
    client: client.data,
    path: '/oauth2/auth',
    query: encodeQuery(withoutVerifiers(parameters)),
    requestUrl,
    scope,
    audience,
    redirectUri,
    mode: back.mode,
    redirectSent: get('redirect_uri') !== '',
    responseType: get('response_type'),
    state: back.state,
    nonce: get('nonce'),
    proof: challenge === '' ? null : { challenge, method: get('code_challenge_method') || 'plain' },
    prompt: words(get('prompt')),
    oidcContext: oidcContext(parameters),
    sessionId: randomUUID(),
    skip: false,
    subject: '',
    authenticatedAt: 0,
    requestedAt: context.stamps.seconds(),
    csrf: randomBytes(16).toString('hex'),
  };
}

function redirectFor(client: StoredClient, wanted: string, scope: readonly string[]): string {
  const registered = client.data.redirect_uris ?? [];
  if (wanted === '') {
    const [only] = registered;
    if (only !== undefined && registered.length === 1 && !scope.includes('openid')) return only;
    throw new PageRefusal('invalid_request', 'Parameter redirect_uri is missing.');
  }
  if (!registered.some((one) => one === wanted || sameButPort(one, wanted)))
    throw new PageRefusal('invalid_request', 'The redirect_uri is not one that this client has registered.');
  return wanted;
}

/** Programs on the user's machine listen wherever a port is free (RFC 8252). */
function sameButPort(registered: string, wanted: string): boolean {
  try {
    // A blank around an address is part of it, and no address is then what was registered.
    if (wanted !== wanted.trim()) return false;
    const [a, b] = [new URL(registered), new URL(wanted)];
    if (a.protocol !== 'http:' || !['127.0.0.1', '[::1]'].includes(a.hostname)) return false;
    a.port = b.port;
    return a.href === b.href;
  } catch {
    return false;
  }
}

function checkResponseType(client: StoredClient, wanted: string, back: WayBack): void {
  const normal = (type: string) => type.split(' ').filter(Boolean).sort().join(' ');
  if (wanted === '' || !responseTypesOf(client).some((type) => normal(type) === normal(wanted)))
    throw new ClientRefusal(
      'unsupported_response_type',
      'This client may not ask for this response_type.',
      back,
    );
}

/** Request objects are for OpenID Connect and clients with keys. What Hydra can do and the sandbox cannot is refused. */
function checkRequestObject(
  { data }: StoredClient,
  parameters: URLSearchParams,
  scope: readonly string[],
): void {
  const given = ['request', 'request_uri'].filter((name) => parameters.get(name));
  const [name] = given;
  if (name === undefined || !scope.includes('openid')) return;
  if (given.length > 1 || (!data.jwks?.keys && !data.jwks_uri))
    throw new PageRefusal('invalid_request', 'Request objects need a client with keys, and come in one way.');
  if (name === 'request_uri' && !data.request_uris?.includes(parameters.get(name) ?? ''))
    throw new PageRefusal('invalid_request_uri', 'The client has not registered this request_uri.');
  throw new PageRefusal(`${name}_not_supported`, `The sandbox does not emulate the parameter ${name}.`);
}

function withoutVerifiers(parameters: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(parameters);
  kept.delete('login_verifier');
  kept.delete('consent_verifier');
  return kept;
}

function oidcContext(parameters: URLSearchParams): Record<string, unknown> {
  const [acr, locales] = [words(parameters.get('acr_values')), words(parameters.get('ui_locales'))];
  const texts = ['display', 'login_hint'].filter((name) => (parameters.get(name) ?? '') !== '');
  return {
    ...(acr.length > 0 ? { acr_values: acr } : {}),
    ...(locales.length > 0 ? { ui_locales: locales } : {}),
    ...Object.fromEntries(texts.map((name) => [name, parameters.get(name)])),
  };
}
