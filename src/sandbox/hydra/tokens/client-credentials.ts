import { randomUUID } from 'node:crypto';
import { grantTypesOf, isPublic } from '../clients/model.ts';
import { HydraError, invalidGrant } from '../http/errors.ts';
import type { Grant } from './grant.ts';
import { mintAccessToken } from './mint.ts';
import { checkAudience, checkScopes, words } from './scopes.ts';

/** A machine asks for a token in its own name. */
export const clientCredentials: Grant = (context, client, form) => {
  const wanted = words(form.get('scope'));
  const audience = form.getAll('audience').flatMap(words);
  checkScopes(client.data, wanted, context.config);
  checkAudience(client.data, audience);
  if (isPublic(client)) throw invalidGrant('A public client may not use the grant client_credentials.');
  if (!grantTypesOf(client).includes('client_credentials'))
    throw new HydraError(400, 'unauthorized_client', 'This client may not use the grant client_credentials.');
  const scope = wanted.length === 0 && context.config.grantWholeScope ? words(client.data.scope) : wanted;
  const granted = { client, family: randomUUID(), subject: client.id, scope, audience, session: {} };
  return mintAccessToken(context, granted, 'client_credentials_grant_access_token_lifespan');
};
