import type { IntrospectedOAuth2Token, OAuth2TokenExchange } from '@ory/client';
import { operation } from './operation.ts';
import { clientCredentials, field, formBody, json, mustField, mustQuery, nothing } from './parts.ts';

const secret = { secret: true } as const;
const clientFields = {
  client_id: field('Id of the client, where it does not show itself in a header.'),
  client_secret: field('Secret of the client, where it does not show itself in a header.', secret),
} as const;
const asClient = { service: 'hydra-public', credential: 'basic', bucket: 'hydra-public-medium' } as const;

export const introspectOAuth2Token = operation({
  service: 'hydra-admin',
  id: 'introspectOAuth2Token',
  formerId: 'admin_introspect_o_auth2_token',
  summary: 'Tell whether an access or refresh token is good, whose it is and what for.',
  method: 'POST',
  path: '/admin/oauth2/introspect',
  effect: 'read',
  parameters: {},
  body: formBody('The token.', {
    token: mustField('The access or refresh token.', secret),
    scope: field('Scopes, with spaces between them, that it must have to count as active.'),
  }),
  answer: json<IntrospectedOAuth2Token>(),
  bucket: 'hydra-admin-high',
});

export const deleteOAuth2Token = operation({
  service: 'hydra-admin',
  id: 'deleteOAuth2Token',
  formerId: 'admin_delete_o_auth2_token',
  summary: 'Delete the access tokens of a client; its refresh tokens stay good.',
  method: 'DELETE',
  path: '/admin/oauth2/tokens',
  effect: 'destroy',
  parameters: { client_id: mustQuery('string', 'Id of the client.') },
  answer: nothing,
  bucket: 'hydra-admin-low',
});

export const revokeOAuth2Token = operation({
  ...asClient,
  id: 'revokeOAuth2Token',
  formerId: 'revoke_o_auth2_token',
  summary: 'Revoke a token as the client that has it, and with an access token its refresh token.',
  method: 'POST',
  path: '/oauth2/revoke',
  effect: 'destroy',
  parameters: { Authorization: clientCredentials },
  body: formBody('The token.', {
    token: mustField('The access or refresh token.', secret),
    ...clientFields,
  }),
  answer: nothing,
});

export const oauth2TokenExchange = operation({
  ...asClient,
  id: 'oauth2TokenExchange',
  formerId: 'perform_o_auth2_token_flow',
  summary:
    'Get tokens for a grant: a code, a refresh token, a device code, an assertion, or as the client itself.',
  method: 'POST',
  path: '/oauth2/token',
  effect: 'write',
  parameters: { Authorization: clientCredentials },
  body: formBody('The grant.', {
    grant_type: mustField('Kind of the grant.', {
      values: [
        'authorization_code',
        'client_credentials',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:device_code',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
      ],
    }),
    ...clientFields,
    code: field('Authorization code.', secret),
    redirect_uri: field('Redirect URI that the code was asked with.'),
    code_verifier: field('PKCE verifier of the code.', secret),
    refresh_token: field('Refresh token.', secret),
    device_code: field('Device code.', secret),
    assertion: field('JWT that stands for the grant.', secret),
    client_assertion_type: field('Kind of the assertion by which the client shows itself.'),
    client_assertion: field('JWT by which the client shows itself.', secret),
    scope: field('Scopes, with spaces between them.'),
    audience: field('Audiences, with spaces between them.'),
  }),
  answer: json<OAuth2TokenExchange>(['/access_token', '/refresh_token', '/id_token']),
});
