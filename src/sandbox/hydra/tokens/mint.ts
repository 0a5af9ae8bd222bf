import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWTPayload } from 'jose';
import type { Lifespan } from '../clients/fields.ts';
import type { HydraContext } from '../context.ts';
import { secondsOf } from '../durations.ts';
import { ACCESS_TOKEN_SET } from '../keys/store.ts';
import { textOr } from '../objects.ts';
import { newToken } from '../secrets.ts';
import type { Granted } from './granted.ts';
import type { TokenRecord } from './store.ts';

/** The answer of the token endpoint for an access token; `expires_in` in seconds. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly scope: string;
  readonly token_type: 'bearer';
}

/**
 * Makes an access token, opaque or a signed JWT as the client or the configuration wants it.
 * @param lifespan the client's own lifespan for this grant
 */
export async function mintAccessToken(
  context: HydraContext,
  granted: Granted,
  lifespan: Lifespan,
): Promise<TokenAnswer> {
  const { config, stamps, state } = context;
  const { client, scope } = granted;
  const lifetime = secondsOf(client.data[lifespan], config.ttl.access);
  const issuedAt = stamps.seconds();
  const strategy = textOr(client.data.access_token_strategy, config.accessTokens);
  const record = { ...recordOf(granted), kind: 'access' as const, issuedAt, expiresAt: issuedAt + lifetime };
  const token = strategy === 'jwt' ? await signAccessToken(context, record) : newToken('at');
  state.tokens.add(token, record);
  return { access_token: token, expires_in: lifetime - 1, scope: scope.join(' '), token_type: 'bearer' };
}

/** Makes a refresh token for a grant. */
export function mintRefreshToken(
  { config, stamps, state }: HydraContext,
  granted: Granted,
  lifespan: Lifespan,
): string {
  const lifetime = secondsOf(granted.client.data[lifespan], config.ttl.refresh);
  const issuedAt = stamps.seconds();
  const token = newToken('rt');
  const expiresAt = Number.isFinite(lifetime) ? issuedAt + lifetime : null;
  state.tokens.add(token, { ...recordOf(granted), kind: 'refresh', issuedAt, expiresAt });
  return token;
}

function recordOf({
  client,
  ...granted
}: Granted): Omit<TokenRecord, 'key' | 'kind' | 'issuedAt' | 'expiresAt'> {
  return { ...granted, clientId: client.id };
}

function signAccessToken(context: HydraContext, token: Omit<TokenRecord, 'key'>): Promise<string> {
  return signWith(context, ACCESS_TOKEN_SET, {
    aud: [...token.audience],
    client_id: token.clientId,
    exp: token.expiresAt ?? 0,
    ext: token.session.accessToken ?? {},
    iat: token.issuedAt,
    iss: context.config.issuer(),
    jti: randomUUID(),
    nbf: token.issuedAt,
    scp: token.scope,
    sub: token.subject,
  });
}

/** Signs claims with the newest key of a built-in set, which is made when it is not there yet. */
export async function signWith({ state }: HydraContext, set: string, claims: JWTPayload): Promise<string> {
  const key = await state.keys.signingKey(set);
  const alg = key.alg ?? 'RS256';
  return new SignJWT(claims)
    .setProtectedHeader({ alg, kid: key.kid, typ: 'JWT' })
    .sign(await importJWK(key as Parameters<typeof importJWK>[0], alg));
}
