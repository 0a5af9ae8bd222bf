import { grantTypesOf } from '../clients/model.ts';
import { HydraError, invalidGrant } from '../http/errors.ts';
import type { Grant } from './grant.ts';
import { mintUserTokens } from './user-tokens.ts';

/** A refresh token is exchanged for new tokens of the same scope; it works once, and twice ends its family. */
export const refreshToken: Grant = async (context, client, form) => {
  const { tokens } = context.state;
  if (!grantTypesOf(client).includes('refresh_token'))
    throw new HydraError(400, 'unauthorized_client', 'This client may not refresh tokens.');
  const token = tokens.find(form.get('refresh_token') ?? '');
  if (token?.kind !== 'refresh') throw invalidGrant('The refresh token is not known.');
  if (token.clientId !== client.id) throw invalidGrant('The refresh token belongs to another client.');
  if (token.used === true) {
    tokens.remove(({ family }) => family === token.family);
    throw invalidGrant('The refresh token was used before; its tokens have been ended.');
  }
  if (token.expiresAt !== null && token.expiresAt <= context.stamps.seconds())
    throw invalidGrant('The refresh token has expired.');
  tokens.remove(({ family, kind }) => family === token.family && kind === 'access');
  tokens.markUsed(token);
  const { family, subject, scope, audience, session, consentId } = token;
  const granted = {
    client,
    family,
    subject,
    scope,
    audience,
    session,
    ...(consentId === undefined ? {} : { consentId }),
  };
  return mintUserTokens(context, granted, 'refresh_token');
};
