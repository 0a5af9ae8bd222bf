import { randomBytes, randomUUID } from 'node:crypto';
import { responseTypesOf, type StoredClient } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { HydraError } from '../http/errors.ts';
import { encodeQuery } from '../http/paths.ts';
import { checkAudience, checkScopes, words } from '../tokens/scopes.ts';
import { ClientRefusal, PageRefusal } from './authorize-errors.ts';
import type { Flow } from './flow.ts';

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
  const redirectUri = redirectFor(client, get('redirect_uri'), scope);
  const back = { redirectUri, state: get('state') };
  const audience = parameters.getAll('audience').flatMap(words);
  try {
    checkScopes(client.data, scope, context.config);
    checkAudience(client.data, audience);
  } catch (error) {
    if (error instanceof HydraError) throw new ClientRefusal(error.code, error.message, back);
    throw error;
  }
  checkResponseType(client, get('response_type'), back);
  checkEmulated(parameters, back);
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
    const [a, b] = [new URL(registered), new URL(wanted)];
    if (a.protocol !== 'http:' || !['127.0.0.1', '[::1]'].includes(a.hostname)) return false;
    a.port = b.port;
    return a.href === b.href;
  } catch {
    return false;
  }
}

function checkResponseType(
  client: StoredClient,
  wanted: string,
  back: { redirectUri: string; state: string },
): void {
  const normal = (type: string) => words(type).sort().join(' ');
  if (wanted === '' || !responseTypesOf(client).some((type) => normal(type) === normal(wanted)))
    throw new ClientRefusal(
      'unsupported_response_type',
      'This client may not ask for this response_type.',
      back,
    );
}

/** What Hydra can do and the sandbox cannot is refused, not ignored. */
function checkEmulated(parameters: URLSearchParams, back: { redirectUri: string; state: string }): void {
  for (const name of ['request', 'request_uri'])
    if (parameters.has(name))
      throw new ClientRefusal(
        `${name}_not_supported`,
        `The sandbox does not emulate the parameter ${name}.`,
        back,
      );
  const mode = parameters.get('response_mode') ?? '';
  const usual = parameters.get('response_type') === 'code' ? 'query' : 'fragment';
  if (mode !== '' && mode !== usual)
    throw new ClientRefusal(
      'unsupported_response_mode',
      `The sandbox does not emulate the response_mode ${mode} here.`,
      back,
    );
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
