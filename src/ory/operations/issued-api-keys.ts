import * as l10n from '@vscode/l10n';
import type {
  AdminRevokeIssuedApiKeyBody,
  AdminRotateIssuedApiKeyBody,
  AdminUpdateIssuedApiKeyRequest,
  IssueApiKeyRequest,
  IssueApiKeyResponse,
  IssuedApiKey,
  ListIssuedApiKeysResponse,
  RotateIssuedApiKeyResponse,
} from '@ory/client';
import { keyList, talos, updateMask } from './api-key-parts.ts';
import { operation } from './operation.ts';
import { inPath, json, jsonBody, nothing } from './parts.ts';

const all = '/v2alpha1/admin/issuedApiKeys';
const one = '/v2alpha1/admin/issuedApiKeys/{key_id}';
const key = { key_id: inPath(l10n.t('ID of the issued API key.')) } as const;

export const adminListIssuedApiKeys = operation({
  ...talos,
  id: 'adminListIssuedApiKeys',
  summary: l10n.t('List the API keys that were issued, without their secrets.'),
  method: 'GET',
  path: all,
  effect: 'read',
  parameters: keyList.parameters,
  answer: json<ListIssuedApiKeysResponse>(),
  paging: keyList.paging,
  bucket: 'talos-admin-medium',
});

export const adminIssueApiKey = operation({
  ...talos,
  id: 'adminIssueApiKey',
  summary: l10n.t('Issue an API key. The answer shows its secret, once.'),
  method: 'POST',
  path: all,
  effect: 'write',
  parameters: {},
  body: jsonBody<IssueApiKeyRequest>(l10n.t('Name, actor, scopes and lifetime of the key.')),
  answer: json<IssueApiKeyResponse>(['/secret']),
  bucket: 'talos-admin-low',
});

export const adminGetIssuedApiKey = operation({
  ...talos,
  id: 'adminGetIssuedApiKey',
  summary: l10n.t('Read an issued API key, without its secret.'),
  method: 'GET',
  path: one,
  effect: 'read',
  parameters: key,
  answer: json<IssuedApiKey>(),
  bucket: 'talos-admin-medium',
});

export const adminUpdateIssuedApiKey = operation({
  ...talos,
  id: 'adminUpdateIssuedApiKey',
  summary: l10n.t('Change name, scopes, metadata, rate limit or allowed addresses of an issued API key.'),
  method: 'PATCH',
  path: one,
  effect: 'write',
  parameters: { ...key, ...updateMask },
  body: jsonBody<AdminUpdateIssuedApiKeyRequest>(l10n.t('What changes.')),
  answer: json<IssuedApiKey>(),
  bucket: 'talos-admin-low',
});

export const adminRevokeIssuedApiKey = operation({
  ...talos,
  id: 'adminRevokeIssuedApiKey',
  summary: l10n.t('Revoke an issued API key for good. It stays readable.'),
  method: 'POST',
  path: `${one}:revoke`,
  effect: 'destroy',
  parameters: key,
  body: jsonBody<AdminRevokeIssuedApiKeyBody>(l10n.t('Why the key is revoked.')),
  answer: nothing,
  bucket: 'talos-admin-low',
});

export const adminRotateIssuedApiKey = operation({
  ...talos,
  id: 'adminRotateIssuedApiKey',
  summary: l10n.t(
    'Replace an issued API key by a new one and revoke the old one at once. The answer shows the new secret, once.',
  ),
  method: 'POST',
  path: `${one}:rotate`,
  effect: 'destroy',
  parameters: key,
  body: jsonBody<AdminRotateIssuedApiKeyBody>(l10n.t('What the new key has differently.')),
  answer: json<RotateIssuedApiKeyResponse>(['/secret']),
  bucket: 'talos-admin-low',
});
