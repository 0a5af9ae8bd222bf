import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import type { StoredClient } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { HydraError, invalidClient, invalidRequest, unrecognizable } from '../http/errors.ts';
import { isObject } from '../../json/values.ts';
import { textOr } from '../objects.ts';
import type { Jwk } from '../keys/jwk.ts';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * The client that signed an assertion (`private_key_jwt`).
 * @param named the client that the request names beside it; empty: the one that the assertion names
 * @throws HydraError 400, 401, or 500 when the assertion has expired: the server has no name for that.
 */
export async function clientByAssertion(
  context: HydraContext,
  assertion: string,
  named: string,
): Promise<StoredClient> {
  if (assertion === '') throw invalidRequest('Parameter client_assertion is missing.');
  const { header, claims } = read(assertion);
  const client = context.state.clients.get(named || (claims.sub ?? ''));
  if (client === undefined) throw invalidClient('The client is not known, or it did not prove who it is.');
  if (client.data.token_endpoint_auth_method !== 'private_key_jwt')
    throw invalidClient('This client does not sign assertions.');
  const alg = header.alg ?? '';
  const expected = textOr(client.data.token_endpoint_auth_signing_alg, 'RS256');
  if (alg !== expected) throw invalidClient(`This client has to sign with ${expected}.`);
  await verify(assertion, await findKey(client, header.kid, alg), alg);
  checkTimes(claims, context.stamps.seconds());
  if (claims.iss !== client.id || claims.sub !== client.id)
    throw invalidClient('Issuer and subject of an assertion have to be the client.');
  if (typeof claims.jti !== 'string' || claims.jti === '') throw invalidClient('An assertion needs a jti.');
  if (context.state.usedOnce.has(`jti ${claims.jti}`))
    throw new HydraError(400, 'jti_known', 'An assertion with this jti was presented before.');
  if (claims.exp === undefined) throw invalidClient('An assertion needs an expiry.');
  context.state.usedOnce.add(`jti ${claims.jti}`, claims.exp, context.stamps.seconds());
  const tokenUrl = `${context.config.issuer()}/oauth2/token`;
  if (![claims.aud].flat().includes(tokenUrl))
    throw invalidClient(`The audience of an assertion has to be ${tokenUrl}.`);
  return client;
}

function read(assertion: string) {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    throw invalidClient('The assertion is not a JSON Web Token.');
  }
}

async function findKey(client: StoredClient, kid: string | undefined, alg: string): Promise<Jwk> {
  const keys = client.data.jwks?.keys ?? (await fetchKeys(client.data.jwks_uri ?? ''));
  const type = alg.startsWith('ES') ? 'EC' : 'RSA';
  const key = keys.find(
    (one) => (kid === undefined || one.kid === kid) && one.use === 'sig' && one.kty === type,
  );
  if (key === undefined) throw invalidRequest(`The client has no signing key with the kid '${kid ?? ''}'.`);
  return key;
}

async function fetchKeys(uri: string): Promise<Jwk[]> {
  try {
    const answer = await (await fetch(uri, { signal: AbortSignal.timeout(5000) })).json();
    return isObject(answer) && Array.isArray(answer.keys) ? (answer.keys as Jwk[]) : [];
  } catch {
    throw new HydraError(
      500,
      'server_error',
      'The keys of the client could not be fetched from its jwks_uri.',
    );
  }
}

async function verify(assertion: string, key: Jwk, alg: string): Promise<void> {
  try {
    await compactVerify(assertion, await importJWK(key as Parameters<typeof importJWK>[0], alg));
  } catch {
    throw invalidClient('The signature of the assertion is not right.');
  }
}

function checkTimes({ exp, nbf, iat }: { exp?: number; nbf?: number; iat?: number }, now: number): void {
  if (exp !== undefined && exp < now) throw unrecognizable();
  if ((nbf ?? 0) > now || (iat ?? 0) > now) throw unrecognizable();
}
