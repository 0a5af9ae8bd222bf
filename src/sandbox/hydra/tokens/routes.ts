import type { Router } from '../../http/router.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { noContent, oauthOk, oauthRefusal } from '../http/answers.ts';
import { readForm } from '../http/body.ts';
import { HydraError, invalidRequest } from '../http/errors.ts';
import { authenticateClient } from './authenticate.ts';
import { clientCredentials } from './client-credentials.ts';
import { authorizationCode } from './authorization-code.ts';
import { DEVICE_CODE, deviceCode } from './device-code.ts';
import type { Grant } from './grant.ts';
import { refreshToken } from './refresh-token.ts';
import { introspect } from './introspect.ts';
import { JWT_BEARER, jwtBearer } from './jwt-bearer.ts';
import { revoke } from './revoke.ts';
import { words } from './scopes.ts';

/** The grants of the token endpoint by the value of `grant_type`. */
export const GRANTS: Readonly<Record<string, Grant>> = {
  authorization_code: authorizationCode,
  client_credentials: clientCredentials,
  refresh_token: refreshToken,
  [DEVICE_CODE]: deviceCode,
  [JWT_BEARER]: jwtBearer,
};

/** oauth2TokenExchange and revokeOAuth2Token. */
export function publicTokenRoutes(
  router: Router,
  context: HydraContext,
  grants: Readonly<Record<string, Grant>>,
): void {
  router
    .on('POST', '/oauth2/token', (request) =>
      refusing(async () => {
        const form = await readForm(request);
        const [type, ...others] = words(form.get('grant_type'));
        if (type === undefined) throw invalidRequest('Parameter grant_type is missing.');
        const grant = others.length === 0 && Object.hasOwn(grants, type) ? grants[type] : undefined;
        if (grant === undefined) throw invalidRequest('This grant_type is not known.');
        const client = await authenticateClient(context, form, request.headers.authorization);
        return oauthOk(await grant(context, client, form));
      }),
    )
    .on('POST', '/oauth2/revoke', (request) => refusing(() => revoke(context, request)));
}

/** introspectOAuth2Token and deleteOAuth2Token. */
export function adminTokenRoutes(router: Router, context: HydraContext): void {
  router
    .on('POST', '/admin/oauth2/introspect', (request) => refusing(() => introspect(context, request)))
    .on('DELETE', '/admin/oauth2/tokens', ({ query }) => {
      const clientId = query.get('client_id') ?? '';
      if (clientId === '') throw invalidRequest('Parameter client_id is missing.');
      // Refresh tokens stay, and so does the right to get new access tokens with them.
      context.state.tokens.remove((token) => token.clientId === clientId && token.kind === 'access');
      return noContent();
    });
}

async function refusing(answer: () => SandboxAnswer | Promise<SandboxAnswer>): Promise<SandboxAnswer> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof HydraError) return oauthRefusal(error);
    throw error;
  }
}
