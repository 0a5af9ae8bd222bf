import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import { getOAuth2Client, listOAuth2Clients } from '../../ory/operations/clients.ts';
import { PageWalk } from '../../ory/paging.ts';
import { singlePage } from '../../ory/single-page.ts';
import { type ListFilter, listing } from '../listing.ts';
import { clientRow } from './row.ts';

/** All clients, or those of one name or owner (`GET /admin/clients`). */
export const clientListing = listing<OAuth2Client>({
  under: 'view',
  service: 'hydra-admin',
  key: 'clients',
  label: l10n.t('OAuth 2.0 clients'),
  plural: l10n.t('clients'),
  icon: 'server-process',
  empty: () => l10n.t('No clients'),
  open(client, { filter }, size) {
    if (filter?.by === 'id') {
      return singlePage(async (call) => [
        (await client.call(getOAuth2Client, { id: filter.text }, call)).data,
      ]);
    }
    return new PageWalk(client, listOAuth2Clients, parametersOf(filter), size(listOAuth2Clients));
  },
  one: async (client, id, call) => (await client.call(getOAuth2Client, { id }, call)).data,
  keyOf: ({ client_id: id }) => id ?? '',
  row: clientRow,
  // Many clients have the same name in several environments.
  about: ({ client_id: id }) => id ?? '',
});

function parametersOf(filter: ListFilter | undefined): { client_name?: string; owner?: string } {
  if (!filter) return {};
  return filter.by === 'owner' ? { owner: filter.text } : { client_name: filter.text };
}
