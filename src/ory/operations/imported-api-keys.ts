import * as l10n from '@vscode/l10n';
import type {
  AdminRevokeImportedApiKeyBody,
  AdminUpdateImportedApiKeyRequest,
  BatchCreateImportedApiKeysRequest,
  BatchCreateImportedApiKeysResponse,
  ImportApiKeyRequest,
  ImportedApiKey,
  ListImportedApiKeysResponse,
} from '@ory/client';
import { keyList, talos, updateMask } from './api-key-parts.ts';
import { operation } from './operation.ts';
import { inPath, json, jsonBody, nothing } from './parts.ts';

const all = '/v2alpha1/admin/importedApiKeys';
const one = '/v2alpha1/admin/importedApiKeys/{key_id}';
const key = { key_id: inPath(l10n.t('ID of the imported API key: a hash of the key.')) } as const;

export const adminListImportedApiKeys = operation({
  ...talos,
  id: 'adminListImportedApiKeys',
  summary: l10n.t('List the API keys that were imported from elsewhere.'),
  method: 'GET',
  path: all,
  effect: 'read',
  parameters: keyList.parameters,
  answer: json<ListImportedApiKeysResponse>(),
  paging: keyList.paging,
  bucket: 'talos-admin-medium',
});

export const adminImportApiKey = operation({
  ...talos,
  id: 'adminImportApiKey',
  summary: l10n.t('Import an API key that another system made. Only a hash of it is kept.'),
  method: 'POST',
  path: all,
  effect: 'write',
  parameters: {},
  body: jsonBody<ImportApiKeyRequest>(l10n.t('The key, its name and its actor.'), ['/raw_key']),
  answer: json<ImportedApiKey>(),
  bucket: 'talos-admin-low',
});

export const adminBatchCreateImportedApiKeys = operation({
  ...talos,
  id: 'adminBatchCreateImportedApiKeys',
  summary: l10n.t(
    'Import up to 1,000 API keys; each has a result of its own. An error if none could be imported.',
  ),
  method: 'POST',
  path: `${all}:batchCreate`,
  effect: 'write',
  parameters: {},
  body: jsonBody<BatchCreateImportedApiKeysRequest>(l10n.t('The keys, with their names and actors.'), [
    '/requests/*/raw_key',
  ]),
  answer: json<BatchCreateImportedApiKeysResponse>(),
  bucket: 'talos-admin-low',
});

export const adminGetImportedApiKey = operation({
  ...talos,
  id: 'adminGetImportedApiKey',
  summary: l10n.t('Read an imported API key, without the key itself.'),
  method: 'GET',
  path: one,
  effect: 'read',
  parameters: key,
  answer: json<ImportedApiKey>(),
  bucket: 'talos-admin-medium',
});

export const adminUpdateImportedApiKey = operation({
  ...talos,
  id: 'adminUpdateImportedApiKey',
  summary: l10n.t('Change name, scopes, metadata, rate limit or allowed addresses of an imported API key.'),
  method: 'PATCH',
  path: one,
  effect: 'write',
  parameters: { ...key, ...updateMask },
  body: jsonBody<AdminUpdateImportedApiKeyRequest>(l10n.t('What changes.')),
  answer: json<ImportedApiKey>(),
  bucket: 'talos-admin-low',
});

export const adminRevokeImportedApiKey = operation({
  ...talos,
  id: 'adminRevokeImportedApiKey',
  summary: l10n.t('Revoke an imported API key for good. It stays readable.'),
  method: 'POST',
  path: `${one}:revoke`,
  effect: 'destroy',
  parameters: key,
  body: jsonBody<AdminRevokeImportedApiKeyBody>(l10n.t('Why the key is revoked.')),
  answer: nothing,
  bucket: 'talos-admin-low',
});

export const adminDeleteImportedApiKey = operation({
  ...talos,
  id: 'adminDeleteImportedApiKey',
  summary: l10n.t('Delete an imported API key. To keep a record of it, revoke it instead.'),
  method: 'DELETE',
  path: one,
  effect: 'destroy',
  parameters: key,
  answer: nothing,
  bucket: 'talos-admin-low',
});
