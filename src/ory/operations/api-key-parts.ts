import * as l10n from '@vscode/l10n';
import { inHeader, inQuery } from './parts.ts';

/** API keys belong to Ory Talos. On Ory Network it shares the project's host and key. */
export const talos = { service: 'talos' } as const;

/** Lists of issued and of imported keys: pages go on by a token in the answer. */
export const keyList = {
  parameters: {
    page_size: inQuery('integer', l10n.t('Items per page.'), { default: 50, minimum: 1, maximum: 1000 }),
    page_token: inQuery(
      'string',
      l10n.t('Where the page begins: next_page_token of the page before; opaque.'),
    ),
    filter: inQuery(
      'string',
      l10n.t(
        'Which keys, such as actor_id="user_123" AND status=KEY_STATUS_ACTIVE. A status needs an actor.',
      ),
    ),
  },
  paging: { style: 'body', maximum: 1000 },
} as const;

export const updateMask = {
  update_mask: inQuery(
    'string',
    l10n.t(
      'Fields to change, with commas between them: name, scopes, metadata, rate_limit_policy, ip_restriction. A field that is named and left out of the body is emptied. Without a mask, the fields of the body change.',
    ),
  ),
};

/** What a verifier may take from its cache. */
export const cacheControl = {
  'Cache-Control': inHeader(
    l10n.t('no-cache looks the key up anew; no-store keeps the result out of the cache, too.'),
    {
      values: ['no-cache', 'no-store'],
    },
  ),
  Pragma: inHeader(l10n.t('The same in HTTP/1.0.'), { values: ['no-cache'] }),
};
