import type { Router } from '../../http/router.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { ok } from '../http/answers.ts';
import { bearerOf } from '../http/body.ts';
import { HydraError } from '../http/errors.ts';
import { ID_TOKEN_SET } from '../keys/store.ts';
import { omit } from '../objects.ts';
import { activeToken } from './introspect.ts';
import { signWith } from './mint.ts';
import type { TokenRecord } from './store.ts';

/** getOidcUserInfo: what the ID token said about the user, for whoever holds the access token. */
export function userinfoRoutes(router: Router, context: HydraContext): void {
  const answer = (request: SandboxRequest) => userinfo(context, request);
  router.on('GET', '/userinfo', answer).on('POST', '/userinfo', answer);
}

async function userinfo(context: HydraContext, request: SandboxRequest): Promise<SandboxAnswer> {
  const token = activeToken(context, bearerOf(request));
  if (token === undefined)
    throw refused('request_unauthorized', 'No valid access token was presented.', 'request_unauthorized');
  if (token.kind !== 'access')
    throw refused('invalid_token', 'Only access tokens open this endpoint.', 'error');
  const claims = claimsOf(context, token);
  const signed = context.state.clients.get(token.clientId)?.data.userinfo_signed_response_alg === 'RS256';
  if (!signed) return ok(claims);
  const jwt = await signWith(context, ID_TOKEN_SET, { ...claims, jti: crypto.randomUUID() });
  return { status: 200, headers: { 'content-type': 'application/jwt' }, body: jwt };
}

/** Claims that belong to one ID token: they are not told here, whoever set them. */
const OF_ONE_TOKEN = ['nonce', 'at_hash', 'c_hash', 'exp', 'sid', 'jti'];

function claimsOf({ config }: HydraContext, token: TokenRecord): Record<string, unknown> {
  const { session } = token;
  const ofUser = session.authTime !== undefined;
  return {
    ...omit(session.idToken ?? {}, ...OF_ONE_TOKEN),
    acr: session.acr === '' ? undefined : session.acr,
    amr: session.amr?.length ? session.amr : undefined,
    aud: [token.clientId],
    auth_time: session.authTime,
    iat: session.requestedAt ?? token.issuedAt,
    iss: config.issuer(),
    rat: session.requestedAt,
    sub: ofUser ? (session.shownAs ?? token.subject) : undefined,
  };
}

const refused = (error: string, description: string, code: string): HydraError =>
  new HydraError(401, code, description, {
    'www-authenticate': `Bearer error="${error}",error_description="${description}"`,
  });
