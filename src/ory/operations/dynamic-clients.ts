import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import { clientSecrets } from './clients.ts';
import { operation } from './operation.ts';
import { bearerToken, inPath, json, jsonBody, nothing } from './parts.ts';

const path = '/oauth2/register/{id}';
const registration = { service: 'hydra-public', credential: 'bearer' } as const;
const own = {
  id: inPath(l10n.t('Id of the client.')),
  Authorization: bearerToken(l10n.t('Registration access token of the client.')),
} as const;

export const createOidcDynamicClient = operation({
  service: 'hydra-public',
  credential: 'none',
  id: 'createOidcDynamicClient',
  formerId: 'dynamic_client_registration_create_o_auth2_client',
  summary: l10n.t('Register a client without an administrator, where the server allows it.'),
  method: 'POST',
  path: '/oauth2/register',
  effect: 'write',
  parameters: {},
  body: jsonBody<OAuth2Client>(l10n.t('The client.'), clientSecrets),
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-public-low',
});

export const getOidcDynamicClient = operation({
  ...registration,
  id: 'getOidcDynamicClient',
  formerId: 'dynamic_client_registration_get_o_auth2_client',
  summary: l10n.t('Read a registered client as itself.'),
  method: 'GET',
  path,
  effect: 'read',
  parameters: own,
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-high',
});

export const setOidcDynamicClient = operation({
  ...registration,
  id: 'setOidcDynamicClient',
  formerId: 'dynamic_client_registration_update_o_auth2_client',
  summary: l10n.t('Replace a registered client as itself; it gets a new registration access token.'),
  method: 'PUT',
  path,
  effect: 'write',
  parameters: own,
  body: jsonBody<OAuth2Client>(l10n.t('The whole client.'), clientSecrets),
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-public-low',
});

export const deleteOidcDynamicClient = operation({
  ...registration,
  id: 'deleteOidcDynamicClient',
  formerId: 'dynamic_client_registration_delete_o_auth2_client',
  summary: l10n.t('Delete a registered client as itself.'),
  method: 'DELETE',
  path,
  effect: 'destroy',
  parameters: own,
  answer: nothing,
  bucket: 'hydra-public-low',
});
