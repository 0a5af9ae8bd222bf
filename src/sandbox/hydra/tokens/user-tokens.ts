import { grantTypesOf } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { mintIdToken } from './id-token.ts';
import type { Granted } from './granted.ts';
import { mintAccessToken, mintRefreshToken, type TokenAnswer } from './mint.ts';

type Grant = 'authorization_code' | 'refresh_token' | 'device_authorization';

/** Access, refresh and ID token for what a user has granted: refresh for offline access, ID for `openid`. */
export async function mintUserTokens(
  context: HydraContext,
  granted: Granted,
  grant: Grant,
): Promise<TokenAnswer> {
  const access = await mintAccessToken(context, granted, `${grant}_grant_access_token_lifespan`);
  const offline = granted.scope.some((scope) => scope === 'offline' || scope === 'offline_access');
  const refreshes = offline && grantTypesOf(granted.client).includes('refresh_token');
  const idToken = granted.scope.includes('openid')
    ? await mintIdToken(context, granted, `${grant}_grant_id_token_lifespan`, {
        accessToken: access.access_token,
        code: granted.session.code,
      })
    : undefined;
  return {
    access_token: access.access_token,
    expires_in: access.expires_in,
    ...(idToken === undefined ? {} : { id_token: idToken }),
    ...(refreshes
      ? { refresh_token: mintRefreshToken(context, granted, `${grant}_grant_refresh_token_lifespan`) }
      : {}),
    scope: access.scope,
    token_type: access.token_type,
  };
}
