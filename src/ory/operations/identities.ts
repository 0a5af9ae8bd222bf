import * as l10n from '@vscode/l10n';
import type {
  BatchPatchIdentitiesResponse,
  CreateIdentityBody,
  Identity,
  PatchIdentitiesBody,
  UpdateIdentityBody,
} from '@ory/client';
import { operation } from './operation.ts';
import {
  inPath,
  inQuery,
  json,
  jsonBody,
  nothing,
  pageNumber,
  type PatchOperation,
  tokenPaging,
} from './parts.ts';

/** What the server keeps of a credential: hashes, provider tokens, public keys with their handles. */
const credentialSecrets = '/credentials/*/config/**';
const kratosAdmin = { service: 'kratos-admin' } as const;

/** The kinds of credential that servers know; older ones know fewer. */
export const CREDENTIAL_TYPES = [
  'password',
  'oidc',
  'totp',
  'lookup_secret',
  'webauthn',
  'code',
  'passkey',
  'profile',
  'saml',
  'deviceauthn',
  'identifier_first',
  'link_recovery',
  'code_recovery',
] as const;
const includeCredential = inQuery(
  'string[]',
  l10n.t('Credential types whose configuration is returned too.'),
  {
    values: CREDENTIAL_TYPES,
  },
);

export const listIdentities = operation({
  ...kratosAdmin,
  id: 'listIdentities',
  formerId: 'admin_list_identities',
  summary: l10n.t('List identities, a page at a time, or those that match one filter.'),
  method: 'GET',
  path: '/admin/identities',
  effect: 'read',
  parameters: {
    ...tokenPaging(250, 500),
    ...pageNumber,
    ids: inQuery('string[]', l10n.t('Only these identities; ask for 150 at most.')),
    credentials_identifier: inQuery(
      'string',
      l10n.t('Exact login name (e-mail, phone, user name), whatever its case.'),
    ),
    preview_credentials_identifier_similar: inQuery('string', l10n.t('Login name that resembles this one.')),
    include_credential: includeCredential,
    organization_id: inQuery('string', l10n.t('Only identities of this organization.')),
    consistency: inQuery('string', l10n.t('How fresh the answer must be (Ory Network).'), {
      values: ['strong', 'eventual'],
    }),
  },
  answer: json<Identity[]>([`/*${credentialSecrets}`]),
  paging: { style: 'token', maximum: 500 },
  bucket: 'kratos-admin-medium',
});

export const getIdentity = operation({
  ...kratosAdmin,
  id: 'getIdentity',
  formerId: 'admin_get_identity',
  summary: l10n.t('Read one identity.'),
  method: 'GET',
  path: '/admin/identities/{id}',
  effect: 'read',
  parameters: {
    id: inPath(l10n.t('Id of the identity.')),
    include_credential: includeCredential,
  },
  answer: json<Identity>([credentialSecrets]),
  bucket: 'kratos-admin-high',
});

export const getIdentityByExternalID = operation({
  ...kratosAdmin,
  id: 'getIdentityByExternalID',
  summary: l10n.t('Read the identity that has an external id.'),
  method: 'GET',
  path: '/admin/identities/by/external/{externalID}',
  effect: 'read',
  parameters: {
    externalID: inPath(l10n.t('Its id in a system outside of Ory.')),
    include_credential: includeCredential,
  },
  answer: json<Identity>([credentialSecrets]),
  bucket: 'kratos-admin-medium',
  since: '25.4.0',
});

export const createIdentity = operation({
  ...kratosAdmin,
  id: 'createIdentity',
  formerId: 'admin_create_identity',
  summary: l10n.t('Create an identity, with credentials if wished.'),
  method: 'POST',
  path: '/admin/identities',
  effect: 'write',
  parameters: {},
  body: jsonBody<CreateIdentityBody>(l10n.t('The identity; unknown fields are refused.'), [
    credentialSecrets,
  ]),
  answer: json<Identity>([credentialSecrets]),
  bucket: 'kratos-admin-low',
});

export const updateIdentity = operation({
  ...kratosAdmin,
  id: 'updateIdentity',
  formerId: 'admin_update_identity',
  summary: l10n.t('Replace an identity: metadata and external id that are left out are lost.'),
  method: 'PUT',
  path: '/admin/identities/{id}',
  effect: 'write',
  parameters: { id: inPath(l10n.t('Id of the identity.')) },
  body: jsonBody<UpdateIdentityBody>(l10n.t('Schema, state, traits and metadata.'), [credentialSecrets]),
  answer: json<Identity>([credentialSecrets]),
  bucket: 'kratos-admin-low',
});

export const patchIdentity = operation({
  ...kratosAdmin,
  id: 'patchIdentity',
  formerId: 'admin_patch_identity',
  summary: l10n.t('Change parts of an identity by a JSON Patch (add, remove, replace).'),
  method: 'PATCH',
  path: '/admin/identities/{id}',
  effect: 'write',
  parameters: { id: inPath(l10n.t('Id of the identity.')) },
  body: jsonBody<readonly PatchOperation[]>(l10n.t('The JSON Patch.')),
  answer: json<Identity>([credentialSecrets]),
  bucket: 'kratos-admin-low',
});

export const deleteIdentity = operation({
  ...kratosAdmin,
  id: 'deleteIdentity',
  formerId: 'admin_delete_identity',
  summary: l10n.t('Delete an identity with its credentials and sessions.'),
  method: 'DELETE',
  path: '/admin/identities/{id}',
  effect: 'destroy',
  parameters: { id: inPath(l10n.t('Id of the identity.')) },
  answer: nothing,
  bucket: 'kratos-admin-low',
});

export const deleteIdentityCredentials = operation({
  ...kratosAdmin,
  id: 'deleteIdentityCredentials',
  summary: l10n.t('Delete a credential of an identity; the last first factor is refused.'),
  method: 'DELETE',
  path: '/admin/identities/{id}/credentials/{type}',
  effect: 'destroy',
  parameters: {
    id: inPath(l10n.t('Id of the identity.')),
    type: inPath(l10n.t('Kind of the credential.'), { values: CREDENTIAL_TYPES }),
    identifier: inQuery('string', l10n.t('Which of several; oidc, saml and deviceauthn need it.')),
  },
  answer: nothing,
  bucket: 'kratos-admin-low',
  since: '0.13.0',
});

export const batchPatchIdentities = operation({
  ...kratosAdmin,
  id: 'batchPatchIdentities',
  summary: l10n.t('Create up to 1,000 identities (200 with plain passwords); each has a result of its own.'),
  method: 'PATCH',
  path: '/admin/identities',
  effect: 'write',
  parameters: {},
  body: jsonBody<PatchIdentitiesBody>(l10n.t('The identities to create.'), [
    `/identities/*/create${credentialSecrets}`,
  ]),
  answer: json<BatchPatchIdentitiesResponse>(),
  bucket: 'kratos-admin-low',
  since: '0.13.0',
});
