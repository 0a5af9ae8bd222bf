import type { TokenEndpointResponse } from 'openid-client';

/** Tokens as the token endpoint gave them. They are kept in memory only, and never leave the extension host. */
export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly idToken?: string;
  readonly tokenType: string;
  /** Scopes that were granted, with spaces between them. */
  readonly scope?: string;
  /** When the access token expires. */
  readonly expiresAt?: Date;
}

export function tokenSetOf(answer: TokenEndpointResponse, now = new Date()): TokenSet {
  const { access_token, refresh_token, id_token, token_type, scope, expires_in } = answer;
  return {
    accessToken: access_token,
    tokenType: token_type,
    ...(refresh_token ? { refreshToken: refresh_token } : {}),
    ...(id_token ? { idToken: id_token } : {}),
    ...(scope ? { scope } : {}),
    ...(expires_in === undefined ? {} : { expiresAt: new Date(now.getTime() + expires_in * 1000) }),
  };
}

export type TokenName = 'access_token' | 'refresh_token' | 'id_token';

/** The token of a set by its name in the API. */
export function tokenOf(set: TokenSet, name: TokenName): string | undefined {
  return { access_token: set.accessToken, refresh_token: set.refreshToken, id_token: set.idToken }[name];
}
