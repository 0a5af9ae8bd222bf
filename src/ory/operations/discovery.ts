import * as l10n from '@vscode/l10n';
import type { JsonWebKeySet, OidcConfiguration } from '@ory/client';
import { operation } from './operation.ts';
import { json } from './parts.ts';

const hydraPublic = { service: 'hydra-public', method: 'GET', effect: 'read', credential: 'none' } as const;

export const discoverOidcConfiguration = operation({
  ...hydraPublic,
  id: 'discoverOidcConfiguration',
  formerId: 'discover_oidc_configuration',
  summary: l10n.t('Read what the OpenID provider supports and where its endpoints are.'),
  path: '/.well-known/openid-configuration',
  parameters: {},
  answer: json<OidcConfiguration>(),
  bucket: 'hydra-public-high',
});

export const discoverJsonWebKeys = operation({
  ...hydraPublic,
  id: 'discoverJsonWebKeys',
  formerId: 'discover_json_web_keys',
  summary: l10n.t('Read the public keys that tokens are checked with.'),
  path: '/.well-known/jwks.json',
  parameters: {},
  answer: json<JsonWebKeySet>(),
  bucket: 'hydra-public-high',
});
