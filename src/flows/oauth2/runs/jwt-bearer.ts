import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { oauth2TokenExchange } from '../../../ory/operations/tokens.ts';
import { defaultAlg } from '../client-auth.ts';
import type { RunContext } from '../context.ts';
import { textOf } from '../provider/provider.ts';
import { runFailure } from '../run-failure.ts';
import { type TokenSet, tokenSetOf } from '../tokens/token-set.ts';
import { type GrantRequest, grantParameters } from './grants.ts';

export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export interface AssertionRequest extends GrantRequest {
  /** Name of an issuer that the server trusts. */
  readonly issuer: string;
  /** Whom the assertion speaks for. */
  readonly subject: string;
  /** Private key of the issuer; its `kid` is the one that the server knows. */
  readonly key: JWK;
}

/** Seconds that an assertion is good. */
const LIFETIME_S = 300;

/** Tokens for an assertion that a trusted issuer signed (RFC 7523). */
export async function jwtBearer(context: RunContext, request: AssertionRequest): Promise<TokenSet> {
  const { genericGrantRequest } = await import('openid-client');
  const { config, provider, redactor } = context;
  try {
    const audience =
      textOf(provider.metadata, 'token_endpoint') ?? provider.issuer + oauth2TokenExchange.path;
    const assertion = await sign(request, audience);
    redactor.learn(assertion);
    const parameters = { assertion, ...grantParameters(request) };
    return tokenSetOf(await genericGrantRequest(config, JWT_BEARER, parameters));
  } catch (error) {
    throw runFailure(error, context.signal);
  }
}

async function sign({ issuer, subject, key }: AssertionRequest, audience: string): Promise<string> {
  const { importJWK, SignJWT } = await import('jose');
  const alg = key.alg ?? defaultAlg(key);
  return new SignJWT({})
    .setProtectedHeader({ alg, ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + LIFETIME_S)
    .setJti(randomUUID())
    .sign(await importJWK(key, alg));
}
