import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { known } from './parts.ts';
import type { Words } from './words-of-types.ts';

/** Protobuf's seconds, Go's durations, and days, weeks, months (30 days) and years (365 days). */
const lifetime: JsonSchema = {
  description: l10n.t('How long it is valid, 1s to about 10 years. Leave it out for the server’s default.'),
  examples: ['3600s', '24h', '30d', '1y'],
};
const name: JsonSchema = { description: l10n.t('What people call the key.'), minLength: 1 };
const actor: JsonSchema = {
  description: l10n.t('ID of the person or service that the key belongs to.'),
  minLength: 1,
};
const visibility: JsonSchema = {
  description: l10n.t('Where the key may be seen.'),
  ...known({
    KEY_VISIBILITY_UNSPECIFIED: l10n.t('On servers only, as KEY_VISIBILITY_SECRET.'),
    KEY_VISIBILITY_SECRET: l10n.t('On servers only.'),
    KEY_VISIBILITY_PUBLIC: l10n.t('In apps and pages, too. The server must have a prefix for such keys.'),
  }),
};
const changeable = {
  ip_restriction: l10n.t('Addresses that the key can be used from.'),
  metadata: { description: l10n.t('Data of your own about the key, 4 KB at most.'), type: 'object' },
  name,
  rate_limit_policy: l10n.t('How often the key may be used. Open-source servers only pass it on.'),
  scopes: { description: l10n.t('What the key allows.'), examples: [['read', 'write']] },
} as const;
const key = {
  ...changeable,
  actor_id: actor,
  request_id: l10n.t(
    'ID of this request. The same ID a second time answers the first key again, without a secret.',
  ),
  ttl: lifetime,
  visibility,
};
const reason: JsonSchema = {
  description: l10n.t('Why the key is revoked.'),
  ...known({
    REVOCATION_REASON_KEY_COMPROMISE: l10n.t('The key was leaked, or may have been.'),
    REVOCATION_REASON_AFFILIATION_CHANGED: l10n.t('Its actor has another role or left.'),
    REVOCATION_REASON_SUPERSEDED: l10n.t('Another key replaces it.'),
    REVOCATION_REASON_PRIVILEGE_WITHDRAWN: l10n.t(
      'An administrator withdraws it; a description may say why.',
    ),
  }),
};
const revocation = {
  description: l10n.t('Why, in your own words. Only with REVOCATION_REASON_PRIVILEGE_WITHDRAWN.'),
  reason,
};
const given = (description: string): JsonSchema => ({ description, readOnly: true });
/** The published type is that of the key as it is read; the server changes some fields only. */
const update = {
  ...changeable,
  actor_id: given(l10n.t('ID of the person or service that the key belongs to. It can’t be changed.')),
  create_time: given(l10n.t('When the key was created.')),
  expire_time: given(l10n.t('When the key expires. It can’t be changed.')),
  last_used_time: given(l10n.t('When the key was last used.')),
  revocation_description: given(l10n.t('Why the key was revoked, in an administrator’s words.')),
  revocation_reason: given(l10n.t('Why the key was revoked.')),
  status: given(l10n.t('Whether the key is active, revoked or expired.')),
  update_time: given(l10n.t('When the key last changed.')),
  visibility: given(l10n.t('Where the key may be seen. It can’t be changed.')),
};
const credential = l10n.t('The API key, or a token that was made from one. Masked.');

export const apiKeyWords: Words = {
  IssueApiKeyRequest: key,
  ImportApiKeyRequest: {
    ...key,
    raw_key: { description: l10n.t('The key as the other system made it. Masked.'), minLength: 1 },
    request_id: l10n.t('ID of this request. The same ID a second time answers the first key again.'),
  },
  BatchCreateImportedApiKeysRequest: { requests: l10n.t('The keys, 1,000 at most.') },
  AdminUpdateIssuedApiKeyRequest: update,
  AdminUpdateImportedApiKeyRequest: update,
  AdminRevokeIssuedApiKeyBody: revocation,
  AdminRevokeImportedApiKeyBody: revocation,
  AdminRotateIssuedApiKeyBody: { ...changeable, visibility },
  SelfRevokeApiKeyRequest: { credential: l10n.t('The API key. Masked.'), reason },
  VerifyApiKeyRequest: { credential },
  BatchVerifyApiKeysRequest: { requests: l10n.t('The keys or tokens, 100 at most.') },
  DeriveTokenRequest: {
    algorithm: {
      description: l10n.t('Form of the token.'),
      ...known({
        TOKEN_ALGORITHM_UNSPECIFIED: 'A JWT.',
        TOKEN_ALGORITHM_JWT: l10n.t('A JWT, signed with a key of the key set.'),
        TOKEN_ALGORITHM_MACAROON: l10n.t('A macaroon, which only the server can check.'),
      }),
    },
    credential: l10n.t('The API key. Masked.'),
    custom_claims: {
      description: l10n.t(
        'Claims of your own, 4 KB at most. The registered ones (iss, sub, exp…) can’t be set.',
      ),
      type: 'object',
    },
    scopes: l10n.t('Scopes of the token: some of the key’s, or all of them if left out.'),
    ttl: lifetime,
  },
  IPRestriction: {
    allowed_cidrs: {
      description: l10n.t('Ranges of addresses. Empty: any address.'),
      examples: [['10.0.0.0/8', '2001:db8::/32']],
    },
  },
  RateLimitPolicy: {
    quota: {
      description: l10n.t('Requests in each window.'),
      type: ['string', 'integer', 'null'],
      examples: ['1000'],
    },
    unit: {
      description: l10n.t('What is counted.'),
      examples: ['requests', 'content-bytes', 'concurrent-requests'],
    },
    window: { description: l10n.t('Length of a window.'), examples: ['60s', '3600s', '86400s'] },
  },
};
