import * as l10n from '@vscode/l10n';
import type { OAuth2Client, OAuth2ClientTokenLifespans } from '@ory/client';
import { privateMembers } from './keys.ts';
import { operation } from './operation.ts';
import { inPath, inQuery, json, jsonBody, nothing, type PatchOperation, tokenPaging } from './parts.ts';

/** What only the client may know. */
export const clientSecrets = [
  '/client_secret',
  '/registration_access_token',
  // In any form: a set of keys, a list, or one by itself.
  ...privateMembers('/jwks/**'),
];
const hydraAdmin = { service: 'hydra-admin' } as const;

export const listOAuth2Clients = operation({
  ...hydraAdmin,
  id: 'listOAuth2Clients',
  formerId: 'admin_list_o_auth2_clients',
  summary: l10n.t('List OAuth 2.0 clients, a page at a time, or those of one name or owner.'),
  method: 'GET',
  path: '/admin/clients',
  effect: 'read',
  parameters: {
    ...tokenPaging(100, 500),
    client_name: inQuery('string', l10n.t('Exact name of the client.')),
    owner: inQuery('string', l10n.t('Exact owner of the client.')),
  },
  answer: json<OAuth2Client[]>(clientSecrets.map((pointer) => `/*${pointer}`)),
  paging: { style: 'token', maximum: 500 },
  bucket: 'hydra-admin-medium',
});

export const getOAuth2Client = operation({
  ...hydraAdmin,
  id: 'getOAuth2Client',
  formerId: 'admin_get_o_auth2_client',
  summary: l10n.t('Read one OAuth 2.0 client; its secret is never returned.'),
  method: 'GET',
  path: '/admin/clients/{id}',
  effect: 'read',
  parameters: { id: inPath(l10n.t('Id of the client.')) },
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-high',
});

export const createOAuth2Client = operation({
  ...hydraAdmin,
  id: 'createOAuth2Client',
  formerId: 'admin_create_o_auth2_client',
  summary: l10n.t('Create an OAuth 2.0 client; its secret is in the answer, once.'),
  method: 'POST',
  path: '/admin/clients',
  effect: 'write',
  parameters: {},
  body: jsonBody<OAuth2Client>(l10n.t('The client.'), clientSecrets),
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-low',
});

export const setOAuth2Client = operation({
  ...hydraAdmin,
  id: 'setOAuth2Client',
  formerId: 'admin_update_o_auth2_client',
  summary: l10n.t('Replace an OAuth 2.0 client: all but its secret is replaced.'),
  method: 'PUT',
  path: '/admin/clients/{id}',
  effect: 'write',
  parameters: { id: inPath(l10n.t('Id of the client.')) },
  body: jsonBody<OAuth2Client>(l10n.t('The whole client.'), clientSecrets),
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-low',
});

export const patchOAuth2Client = operation({
  ...hydraAdmin,
  id: 'patchOAuth2Client',
  formerId: 'admin_patch_o_auth2_client',
  summary: l10n.t('Change parts of an OAuth 2.0 client by a JSON Patch (add, remove, replace).'),
  method: 'PATCH',
  path: '/admin/clients/{id}',
  effect: 'write',
  parameters: { id: inPath(l10n.t('Id of the client.')) },
  body: jsonBody<readonly PatchOperation[]>(l10n.t('The JSON Patch.'), ['/*/value']),
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-low',
});

export const deleteOAuth2Client = operation({
  ...hydraAdmin,
  id: 'deleteOAuth2Client',
  formerId: 'admin_delete_o_auth2_client',
  summary: l10n.t('Delete an OAuth 2.0 client with its tokens and consents.'),
  method: 'DELETE',
  path: '/admin/clients/{id}',
  effect: 'destroy',
  parameters: { id: inPath(l10n.t('Id of the client.')) },
  answer: nothing,
  bucket: 'hydra-admin-low',
});

export const setOAuth2ClientLifespans = operation({
  ...hydraAdmin,
  id: 'setOAuth2ClientLifespans',
  summary: l10n.t('Set how long the tokens of a client live, by grant; what is left out follows the server.'),
  method: 'PUT',
  path: '/admin/clients/{id}/lifespans',
  effect: 'write',
  parameters: { id: inPath(l10n.t('Id of the client.')) },
  body: jsonBody<OAuth2ClientTokenLifespans>(l10n.t('The lifespans, such as 1h30m.')),
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-low',
});

export const rotateOAuth2ClientSecret = operation({
  ...hydraAdmin,
  id: 'rotateOAuth2ClientSecret',
  summary: l10n.t(
    'Give a client a new secret, which is in the answer, once; the old ones stay good until they are deleted.',
  ),
  method: 'POST',
  path: '/admin/clients/{id}/secrets/rotate',
  effect: 'write',
  parameters: { id: inPath(l10n.t('Id of the client.')) },
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-high',
  since: '26.2.1',
});

export const deleteRotatedOAuth2ClientSecrets = operation({
  ...hydraAdmin,
  id: 'deleteRotatedOAuth2ClientSecrets',
  summary: l10n.t('Delete the old secrets of a client: only the newest is good from now on.'),
  method: 'DELETE',
  path: '/admin/clients/{id}/secrets/rotate',
  effect: 'destroy',
  parameters: { id: inPath(l10n.t('Id of the client.')) },
  answer: json<OAuth2Client>(clientSecrets),
  bucket: 'hydra-admin-high',
  since: '26.2.1',
});
