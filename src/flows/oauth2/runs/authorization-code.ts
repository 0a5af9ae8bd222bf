import * as l10n from '@vscode/l10n';
import { OryError } from '../../../ory/errors.ts';
import type { RunContext } from '../context.ts';
import { runFailure } from '../run-failure.ts';
import { type TokenSet, tokenSetOf } from '../tokens/token-set.ts';

/** What is asked of the user and the provider; what is empty is left out. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly scope: string;
  readonly audience?: readonly string[];
  /** `none`, `login`, `consent`, or several with spaces between them. */
  readonly prompt?: string;
  /** Seconds since the login after which the user is asked again. */
  readonly maxAge?: number;
  readonly loginHint?: string;
}

/** An authorization request on its way; what must stay secret about it is in here and in the redactor only. */
export interface PendingAuthorization {
  /** What the browser opens. */
  readonly url: URL;
  readonly state: string;
  readonly redirectUri: string;
  /** Checks the address that the browser came back to, and exchanges its code. */
  exchange(callback: URL): Promise<TokenSet>;
}

/** Begins an authorization code flow with PKCE (S256), state and nonce. */
export async function beginAuthorization(
  context: RunContext,
  request: AuthorizationRequest,
): Promise<PendingAuthorization> {
  const oidc = await import('openid-client');
  const { config, redactor } = context;
  const verifier = oidc.randomPKCECodeVerifier();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  redactor.learn(verifier);
  const openid = request.scope.split(/\s+/).includes('openid');
  const parameters = new URLSearchParams({
    redirect_uri: request.redirectUri,
    scope: request.scope,
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(openid ? { nonce } : {}),
    ...(request.prompt ? { prompt: request.prompt } : {}),
    ...(request.maxAge === undefined ? {} : { max_age: String(request.maxAge) }),
    ...(request.loginHint ? { login_hint: request.loginHint } : {}),
  });
  // Hydra takes one parameter with spaces between its values.
  if (request.audience?.length) parameters.set('audience', request.audience.join(' '));
  const url = oidc.buildAuthorizationUrl(config, parameters);
  const checks = {
    expectedState: state,
    pkceCodeVerifier: verifier,
    idTokenExpected: openid,
    ...(openid ? { expectedNonce: nonce } : {}),
    ...(request.maxAge === undefined ? {} : { maxAge: request.maxAge }),
  };
  return {
    url,
    state,
    redirectUri: request.redirectUri,
    exchange: async (callback) => {
      const code = callback.searchParams.get('code');
      if (code) redactor.learn(code);
      try {
        assertCameBack(callback, request.redirectUri);
        return tokenSetOf(await oidc.authorizationCodeGrant(config, callback, checks));
      } catch (error) {
        throw runFailure(error, context.signal);
      }
    },
  };
}

/** The library sends the callback's address as the redirect URI, so it has to be the one that was asked for. */
function assertCameBack(callback: URL, redirectUri: string): void {
  const expected = new URL(redirectUri);
  if (callback.origin === expected.origin && callback.pathname === expected.pathname) return;
  throw new OryError(
    'refused',
    l10n.t('The browser came back to {0}{1}, not to {2}.', callback.origin, callback.pathname, redirectUri),
  );
}
