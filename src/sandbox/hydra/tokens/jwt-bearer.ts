import { randomUUID } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload } from 'jose';
import { grantTypesOf } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { HydraError, invalidGrant, invalidRequest, invalidScope } from '../http/errors.ts';
import type { TrustedIssuer } from '../issuers/store.ts';
import { publicPart, type Jwk } from '../keys/jwk.ts';
import { omit } from '../objects.ts';
import type { Grant } from './grant.ts';
import { mintAccessToken } from './mint.ts';
import { coversScope, words } from './scopes.ts';

export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** An assertion of a trusted issuer is exchanged for an access token in the name of its subject. */
export const jwtBearer: Grant = async (context, client, form) => {
  if (!grantTypesOf(client).includes(JWT_BEARER))
    throw new HydraError(400, 'unauthorized_client', 'This client may not exchange assertions for tokens.');
  const assertion = form.get('assertion') ?? '';
  if (assertion === '') throw invalidRequest('Parameter assertion is missing.');
  const { kid, claims } = read(assertion);
  const trusted = await findIssuer(context, assertion, kid, claims);
  checkClaims(context, claims);
  const scope = words(form.get('scope'));
  const refused = scope.find((one) => !coversScope(trusted.scope ?? [], one, context.config.scopeMatching));
  if (refused !== undefined) throw invalidScope(`This issuer may not ask for the scope '${refused}'.`);
  if (claims.jti !== undefined)
    context.state.usedOnce.add(`jti ${claims.jti}`, claims.exp ?? 0, context.stamps.seconds());
  const granted = {
    client,
    family: randomUUID(),
    subject: claims.sub ?? '',
    scope,
    audience: [],
    session: {},
  };
  return mintAccessToken(context, granted, 'jwt_bearer_grant_access_token_lifespan');
};

function read(assertion: string): { kid: string | undefined; claims: JWTPayload } {
  let read: { kid: string | undefined; claims: JWTPayload };
  try {
    read = { kid: decodeProtectedHeader(assertion).kid, claims: decodeJwt(assertion) };
  } catch {
    throw invalidGrant('The assertion is not a JSON Web Token.');
  }
  const { exp, iat, nbf, iss, sub, jti }: Readonly<Record<string, unknown>> = read.claims;
  const wrong =
    [exp, iat, nbf].some((time) => time !== undefined && typeof time !== 'number') ||
    [iss, sub, jti].some((text) => text !== undefined && typeof text !== 'string');
  if (wrong) throw invalidGrant('A claim of the assertion is of the wrong type.');
  return read;
}

async function findIssuer(
  { state }: HydraContext,
  assertion: string,
  kid: string | undefined,
  { iss = '', sub = '' }: JWTPayload,
): Promise<TrustedIssuer> {
  if (iss === '' || sub === '') throw invalidGrant('The assertion needs an issuer and a subject.');
  const candidates = state.issuers.filter(
    (one) =>
      one.issuer === iss &&
      (one.allow_any_subject || one.subject === sub) &&
      (kid === undefined || kid === '' || one.public_key.kid === kid),
  );
  if (candidates.length === 0) throw invalidGrant(`No trusted key of '${iss}' fits this subject and kid.`);
  for (const candidate of candidates) {
    const key = state.keys.get(candidate.public_key.set, candidate.public_key.kid);
    if (key !== undefined && (await verifies(assertion, key))) return candidate;
  }
  throw invalidGrant('The signature of the assertion is not right.');
}

async function verifies(assertion: string, key: Jwk): Promise<boolean> {
  try {
    const { alg } = decodeProtectedHeader(assertion);
    // A private key may have been stored: only its public members verify.
    const members = omit(publicPart(key), 'use');
    await compactVerify(assertion, await importJWK(members as Parameters<typeof importJWK>[0], alg));
    return true;
  } catch {
    return false;
  }
}

function checkClaims({ config, stamps, state }: HydraContext, { aud, exp, nbf, iat, jti }: JWTPayload): void {
  const now = stamps.seconds();
  const tokenUrl = `${config.issuer()}/oauth2/token`;
  if (![aud].flat().includes(tokenUrl))
    throw invalidGrant(`The audience of the assertion has to be ${tokenUrl}.`);
  if (exp === undefined) throw invalidGrant('The assertion needs an expiry.');
  if (exp < now) throw invalidGrant('The assertion has expired.');
  if (nbf !== undefined && nbf > now) throw invalidGrant('The assertion is not valid yet.');
  if (iat === undefined && !config.assertions.iatOptional)
    throw invalidGrant('The assertion needs the time of its issue.');
  if (exp - (iat ?? now) > config.assertions.maxAge)
    throw invalidGrant('The assertion is valid for too long.');
  if (jti === undefined && !config.assertions.jtiOptional) throw invalidGrant('The assertion needs a jti.');
  if (jti !== undefined && state.usedOnce.has(`jti ${jti}`))
    throw new HydraError(400, 'jti_known', 'An assertion with this jti was presented before.');
}
