import * as l10n from '@vscode/l10n';
import type {
  BatchVerifyApiKeysRequest,
  BatchVerifyApiKeysResponse,
  DeriveTokenRequest,
  DeriveTokenResponse,
  GetJWKSResponse,
  SelfRevokeApiKeyRequest,
  VerifyApiKeyRequest,
  VerifyApiKeyResponse,
} from '@ory/client';
import { cacheControl, talos } from './api-key-parts.ts';
import { operation } from './operation.ts';
import { json, jsonBody } from './parts.ts';

export const adminVerifyApiKey = operation({
  ...talos,
  id: 'adminVerifyApiKey',
  summary: l10n.t('Check an API key or a token made from one. The answer is 200 either way: see is_valid.'),
  method: 'POST',
  path: '/v2alpha1/admin/apiKeys:verify',
  effect: 'read',
  parameters: cacheControl,
  body: jsonBody<VerifyApiKeyRequest>(l10n.t('The key or token.'), ['/credential']),
  answer: json<VerifyApiKeyResponse>(),
  bucket: 'talos-admin-high',
});

export const adminBatchVerifyApiKeys = operation({
  ...talos,
  id: 'adminBatchVerifyApiKeys',
  summary: l10n.t('Check up to 100 API keys or tokens; each has a result of its own.'),
  method: 'POST',
  path: '/v2alpha1/admin/apiKeys:batchVerify',
  effect: 'read',
  parameters: cacheControl,
  body: jsonBody<BatchVerifyApiKeysRequest>(l10n.t('The keys or tokens.'), ['/requests/*/credential']),
  answer: json<BatchVerifyApiKeysResponse>(),
  bucket: 'talos-admin-high',
});

export const adminDeriveToken = operation({
  ...talos,
  id: 'adminDeriveToken',
  summary: l10n.t(
    'Make a short-lived token (JWT or macaroon) from an API key. It stays valid until it expires, even if the key is revoked.',
  ),
  method: 'POST',
  path: '/v2alpha1/admin/apiKeys:derive',
  effect: 'write',
  parameters: {},
  body: jsonBody<DeriveTokenRequest>(l10n.t('The key, and what the token is for.'), ['/credential']),
  answer: json<DeriveTokenResponse>(['/token/token']),
  bucket: 'talos-admin-medium',
});

export const revokeApiKey = operation({
  ...talos,
  credential: 'none',
  id: 'revokeApiKey',
  summary: l10n.t('Revoke an API key by presenting it, as its holder does.'),
  method: 'POST',
  path: '/v2alpha1/apiKeys:selfRevoke',
  effect: 'destroy',
  parameters: {},
  body: jsonBody<SelfRevokeApiKeyRequest>(l10n.t('The key, and why it is revoked.'), ['/credential']),
  answer: json<object>(),
  bucket: 'talos-public-low',
});

export const getJwks = operation({
  ...talos,
  credential: 'none',
  id: 'getJwks',
  summary: l10n.t('Read the public keys that tokens made from API keys are verified with.'),
  method: 'GET',
  path: '/v2alpha1/derivedKeys/jwks.json',
  effect: 'read',
  parameters: {},
  answer: json<GetJWKSResponse>(),
  bucket: 'talos-public-high',
});
