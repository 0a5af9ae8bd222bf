import type { IntrospectedOAuth2Token } from '@ory/client';
import { revokeOidcSession } from '../../../ory/operations/authorization.ts';
import { introspectOAuth2Token } from '../../../ory/operations/tokens.ts';
import { browserEndpoint } from '../configuration.ts';
import type { RunContext } from '../context.ts';
import { runFailure } from '../run-failure.ts';

/** What the access token's user tells of itself (`GET /userinfo`); the subject is compared with the ID token's. */
export async function userInfo(
  context: RunContext,
  accessToken: string,
  subject: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const oidc = await import('openid-client');
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- without an ID token there is nothing to compare
    const expected = subject ?? oidc.skipSubjectCheck;
    return await oidc.fetchUserInfo(context.config, accessToken, expected);
  } catch (error) {
    throw runFailure(error, context.signal);
  }
}

/** What the server says of a token (`POST /admin/oauth2/introspect`). */
export async function introspect(
  { api, signal }: Pick<RunContext, 'api' | 'signal'>,
  token: string,
): Promise<IntrospectedOAuth2Token> {
  return (await api.call(introspectOAuth2Token, { body: { token } }, { signal })).data;
}

/** Revokes a token as the client that has it (`POST /oauth2/revoke`); Hydra ends the other of its pair too. */
export async function revoke(context: RunContext, token: string): Promise<void> {
  const { tokenRevocation } = await import('openid-client');
  try {
    await tokenRevocation(context.config, token);
  } catch (error) {
    throw runFailure(error, context.signal);
  }
}

export interface Logout {
  readonly idToken?: string | undefined;
  /** One of the client's; without it the provider's own page ends the logout. */
  readonly postLogoutRedirectUri?: string | undefined;
  readonly state?: string;
}

/** The address at which a browser signs out (RP-initiated logout). It holds the ID token: it is for a browser only. */
export function logoutUrl(
  { provider }: Pick<RunContext, 'provider'>,
  { idToken, postLogoutRedirectUri, state }: Logout,
): URL {
  const url = new URL(browserEndpoint(provider, 'end_session_endpoint', revokeOidcSession.path));
  if (idToken) url.searchParams.set('id_token_hint', idToken);
  if (postLogoutRedirectUri) url.searchParams.set('post_logout_redirect_uri', postLogoutRedirectUri);
  if (state) url.searchParams.set('state', state);
  return url;
}
