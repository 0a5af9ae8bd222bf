import type { RunContext } from '../context.ts';
import { runFailure } from '../run-failure.ts';
import { type TokenSet, tokenSetOf } from '../tokens/token-set.ts';

/** What is asked for at the token endpoint; what is empty is left out. */
export interface GrantRequest {
  readonly scope: string;
  readonly audience?: readonly string[];
}

export const grantParameters = ({ scope, audience = [] }: GrantRequest): Record<string, string> => ({
  ...(scope ? { scope } : {}),
  ...(audience.length > 0 ? { audience: audience.join(' ') } : {}),
});

/** Tokens for the client itself. */
export async function clientCredentials(context: RunContext, request: GrantRequest): Promise<TokenSet> {
  const { clientCredentialsGrant } = await import('openid-client');
  try {
    return tokenSetOf(await clientCredentialsGrant(context.config, grantParameters(request)));
  } catch (error) {
    throw runFailure(error, context.signal);
  }
}

/** New tokens for a refresh token, which is used up by it; what the answer leaves out stays as it was. */
export async function refresh(context: RunContext, tokens: TokenSet): Promise<TokenSet> {
  const { refreshTokenGrant } = await import('openid-client');
  try {
    const fresh = tokenSetOf(await refreshTokenGrant(context.config, tokens.refreshToken ?? ''));
    return {
      ...(tokens.refreshToken ? { refreshToken: tokens.refreshToken } : {}),
      ...(tokens.idToken ? { idToken: tokens.idToken } : {}),
      ...fresh,
    };
  } catch (error) {
    throw runFailure(error, context.signal);
  }
}
