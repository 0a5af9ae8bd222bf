import * as l10n from '@vscode/l10n';
import { type JsonSchema, refused } from '../json-schema.ts';
import { known } from '../words/parts.ts';
import { AUTH_METHODS, GRANT_TYPES, RESPONSE_TYPES } from '../words/clients.ts';

const holds = (member: string, value: unknown): JsonSchema => ({
  required: [member],
  properties: { [member]: { type: 'array', contains: { const: value } } },
});
const filled = (member: string): JsonSchema => ({
  required: [member],
  properties: { [member]: { type: 'array', minItems: 1 } },
});
const is = (member: string, value: unknown): JsonSchema => ({
  required: [member],
  properties: { [member]: { const: value } },
});
const notEmptyText = (member: string): JsonSchema => ({
  required: [member],
  properties: { [member]: { type: 'string', minLength: 1 } },
});
const scopeWith = (scope: string): JsonSchema => ({
  required: ['scope'],
  properties: { scope: { pattern: `(^| )(${scope})( |$)` } },
});
const ownKeys: JsonSchema = {
  required: ['jwks'],
  properties: { jwks: { ...filled('keys'), type: 'object' } },
};
/** The member is refused, whatever stands there, and this is said at its value. */
const refuse = (member: string, errorMessage: string): JsonSchema => ({
  properties: { [member]: refused(errorMessage) },
});

/** What Hydra refuses, beyond types and forms. */
const sure: readonly JsonSchema[] = [
  {
    if: { allOf: [ownKeys, notEmptyText('jwks_uri')] },
    then: refuse('jwks_uri', l10n.t('Either jwks or jwks_uri: the server refuses both.')),
  },
];

const withoutKeys = (keys: JsonSchema): JsonSchema => ({
  if: {
    allOf: [
      is('token_endpoint_auth_method', 'private_key_jwt'),
      { not: { anyOf: [keys, notEmptyText('jwks_uri')] } },
    ],
  },
  then: refuse(
    'token_endpoint_auth_method',
    l10n.t('private_key_jwt needs the client’s public keys: add jwks or jwks_uri.'),
  ),
});

/** What Hydra takes, and what then does not work or is not safe. */
const advice: readonly JsonSchema[] = [
  withoutKeys(ownKeys),
  {
    properties: {
      token_endpoint_auth_method: known(AUTH_METHODS),
      grant_types: { items: known(GRANT_TYPES) },
      response_types: { items: known(RESPONSE_TYPES) },
      redirect_uris: {
        items: {
          allOf: [
            {
              pattern: '^[A-Za-z][A-Za-z0-9+.-]*:',
              errorMessage: l10n.t('A relative address never matches: write it in full.'),
            },
            {
              pattern: '^(?!http://(?!(localhost|127\\.[0-9.]+|\\[::1\\]|[^/]*\\.localhost)([:/?]|$)))',
              errorMessage: l10n.t(
                'http is for addresses of the same machine: elsewhere Hydra insists on https, unless it runs with --dev.',
              ),
            },
            { pattern: '^\\S*$', errorMessage: l10n.t('A blank in an address is written %20.') },
            {
              pattern: '^[^*]*$',
              errorMessage: l10n.t('Redirect URIs are compared to the letter: * stands for itself.'),
            },
          ],
        },
      },
      scope: { pattern: '^[^,]*$', errorMessage: l10n.t('Scopes have a blank between them, not a comma.') },
    },
  },
  {
    if: is('token_endpoint_auth_method', 'none'),
    then: {
      properties: {
        grant_types: {
          items: {
            pattern: '^(?!client_credentials$)',
            errorMessage: l10n.t(
              'A public client (token_endpoint_auth_method none) can’t use client_credentials: it has no secret.',
            ),
          },
        },
        client_secret: {
          pattern: '^$',
          errorMessage: l10n.t('A public client (token_endpoint_auth_method none) never uses its secret.'),
        },
      },
    },
  },
  {
    if: {
      allOf: [
        holds('grant_types', 'authorization_code'),
        filled('response_types'),
        { not: holds('response_types', 'code') },
      ],
    },
    then: refuse('response_types', l10n.t('The grant authorization_code needs the response type code.')),
  },
  {
    if: {
      allOf: [
        holds('response_types', 'code'),
        filled('grant_types'),
        { not: holds('grant_types', 'authorization_code') },
      ],
    },
    then: refuse('grant_types', l10n.t('The response type code needs the grant authorization_code.')),
  },
  {
    if: {
      allOf: [
        {
          anyOf: [
            holds('response_types', 'token'),
            holds('response_types', 'id_token'),
            holds('response_types', l10n.t('id_token token')),
          ],
        },
        { not: holds('grant_types', 'implicit') },
      ],
    },
    then: refuse('response_types', l10n.t('The response types token and id_token need the grant implicit.')),
  },
  {
    if: {
      allOf: [
        { anyOf: [holds('grant_types', 'authorization_code'), holds('grant_types', 'implicit')] },
        { required: ['redirect_uris'], not: filled('redirect_uris') },
      ],
    },
    then: refuse('redirect_uris', l10n.t('The grants authorization_code and implicit need a redirect URI.')),
  },
  {
    if: { allOf: [holds('grant_types', 'refresh_token'), { not: scopeWith('offline_access|offline') }] },
    then: refuse(
      'scope',
      l10n.t('Refresh tokens are given with the scope offline_access or offline only: add it.'),
    ),
  },
];

/** Rules between the members of a client, for its `allOf`. */
export const clientRules: readonly JsonSchema[] = [
  ...sure,
  ...advice.map((rule) => ({ ...rule, advice: true as const })),
];

/** Rules that only hold where a client is created: Hydra 2.0 takes a patch that breaks them. */
export const newClientRules: readonly JsonSchema[] = [
  withoutKeys({ required: ['jwks'], properties: { jwks: { type: 'object' } } }),
  ...clientRules,
];
