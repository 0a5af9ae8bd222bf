import * as l10n from '@vscode/l10n';
import type { TrustedOAuth2JwtGrantIssuer, TrustOAuth2JwtGrantIssuer } from '@ory/client';
import { privateMembers } from './keys.ts';
import { operation } from './operation.ts';
import { inPath, inQuery, json, jsonBody, nothing, tokenPaging } from './parts.ts';

const hydraAdmin = { service: 'hydra-admin' } as const;
const id = inPath(l10n.t('Id of the trusted issuer.'));

export const listTrustedOAuth2JwtGrantIssuers = operation({
  ...hydraAdmin,
  id: 'listTrustedOAuth2JwtGrantIssuers',
  formerId: 'admin_list_trusted_o_auth2_jwt_grant_issuers',
  summary: l10n.t('List the issuers whose JWT assertions are exchanged for access tokens.'),
  method: 'GET',
  path: '/admin/trust/grants/jwt-bearer/issuers',
  effect: 'read',
  parameters: { ...tokenPaging(100, 500), issuer: inQuery('string', l10n.t('Only this issuer.')) },
  answer: json<TrustedOAuth2JwtGrantIssuer[]>(),
  paging: { style: 'token', maximum: 500 },
  bucket: 'hydra-admin-medium',
});

export const getTrustedOAuth2JwtGrantIssuer = operation({
  ...hydraAdmin,
  id: 'getTrustedOAuth2JwtGrantIssuer',
  formerId: 'admin_get_trusted_o_auth2_jwt_grant_issuer',
  summary: l10n.t('Read one trusted issuer.'),
  method: 'GET',
  path: '/admin/trust/grants/jwt-bearer/issuers/{id}',
  effect: 'read',
  parameters: { id },
  answer: json<TrustedOAuth2JwtGrantIssuer>(),
  bucket: 'hydra-admin-medium',
});

export const trustOAuth2JwtGrantIssuer = operation({
  ...hydraAdmin,
  id: 'trustOAuth2JwtGrantIssuer',
  formerId: 'admin_trust_o_auth2_jwt_grant_issuer',
  summary: l10n.t('Trust an issuer, for one subject or for any.'),
  method: 'POST',
  path: '/admin/trust/grants/jwt-bearer/issuers',
  effect: 'write',
  parameters: {},
  body: jsonBody<TrustOAuth2JwtGrantIssuer>(
    l10n.t('The issuer with its public key.'),
    privateMembers('/jwk'),
  ),
  answer: json<TrustedOAuth2JwtGrantIssuer>(),
  bucket: 'hydra-admin-low',
});

export const deleteTrustedOAuth2JwtGrantIssuer = operation({
  ...hydraAdmin,
  id: 'deleteTrustedOAuth2JwtGrantIssuer',
  formerId: 'admin_delete_trusted_o_auth2_jwt_grant_issuer',
  summary: l10n.t('Trust an issuer no longer.'),
  method: 'DELETE',
  path: '/admin/trust/grants/jwt-bearer/issuers/{id}',
  effect: 'destroy',
  parameters: { id },
  answer: nothing,
  bucket: 'hydra-admin-low',
});
