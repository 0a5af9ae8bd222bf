import * as l10n from '@vscode/l10n';
import type { IntrospectedOAuth2Token, OAuth2TokenExchange } from '@ory/client';
import { operation } from './operation.ts';
import { clientCredentials, field, formBody, json, mustField, mustQuery, nothing } from './parts.ts';

const secret = { secret: true } as const;
const clientFields = {
  client_id: field(l10n.t('Id of the client, where it does not show itself in a header.')),
  client_secret: field(l10n.t('Secret of the client, where it does not show itself in a header.'), secret),
} as const;
const asClient = { service: 'hydra-public', credential: 'basic', bucket: 'hydra-public-medium' } as const;

export const introspectOAuth2Token = operation({
  service: 'hydra-admin',
  id: 'introspectOAuth2Token',
  formerId: 'admin_introspect_o_auth2_token',
  summary: l10n.t('Tell whether an access or refresh token is good, whose it is and what for.'),
  method: 'POST',
  path: '/admin/oauth2/introspect',
  effect: 'read',
  parameters: {},
  body: formBody(l10n.t('The token.'), {
    token: mustField(l10n.t('The access or refresh token.'), secret),
    scope: field(l10n.t('Scopes, with spaces between them, that it must have to count as active.')),
  }),
  answer: json<IntrospectedOAuth2Token>(),
  bucket: 'hydra-admin-high',
});

export const deleteOAuth2Token = operation({
  service: 'hydra-admin',
  id: 'deleteOAuth2Token',
  formerId: 'admin_delete_o_auth2_token',
  summary: l10n.t('Delete the access tokens of a client; its refresh tokens stay good.'),
  method: 'DELETE',
  path: '/admin/oauth2/tokens',
  effect: 'destroy',
  parameters: { client_id: mustQuery('string', l10n.t('Id of the client.')) },
  answer: nothing,
  bucket: 'hydra-admin-low',
});

export const revokeOAuth2Token = operation({
  ...asClient,
  id: 'revokeOAuth2Token',
  formerId: 'revoke_o_auth2_token',
  summary: l10n.t('Revoke a token as the client that has it, and with an access token its refresh token.'),
  method: 'POST',
  path: '/oauth2/revoke',
  effect: 'destroy',
  parameters: { Authorization: clientCredentials },
  body: formBody(l10n.t('The token.'), {
    token: mustField(l10n.t('The access or refresh token.'), secret),
    ...clientFields,
  }),
  answer: nothing,
});

export const oauth2TokenExchange = operation({
  ...asClient,
  id: 'oauth2TokenExchange',
  formerId: 'perform_o_auth2_token_flow',
  summary: l10n.t(
    'Get tokens for a grant: a code, a refresh token, a device code, an assertion, or as the client itself.',
  ),
  method: 'POST',
  path: '/oauth2/token',
  effect: 'write',
  parameters: { Authorization: clientCredentials },
  body: formBody(l10n.t('The grant.'), {
    grant_type: mustField(l10n.t('Kind of the grant.'), {
      values: [
        'authorization_code',
        'client_credentials',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:device_code',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
      ],
    }),
    ...clientFields,
    code: field(l10n.t('Authorization code.'), secret),
    redirect_uri: field(l10n.t('Redirect URI that the code was asked with.')),
    code_verifier: field(l10n.t('PKCE verifier of the code.'), secret),
    refresh_token: field(l10n.t('Refresh token.'), secret),
    device_code: field(l10n.t('Device code.'), secret),
    assertion: field(l10n.t('JWT that stands for the grant.'), secret),
    client_assertion_type: field(l10n.t('Kind of the assertion by which the client shows itself.')),
    client_assertion: field(l10n.t('JWT by which the client shows itself.'), secret),
    scope: field(l10n.t('Scopes, with spaces between them.')),
    audience: field(l10n.t('Audiences, with spaces between them.')),
  }),
  answer: json<OAuth2TokenExchange>(['/access_token', '/refresh_token', '/id_token']),
});
