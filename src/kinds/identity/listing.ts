import * as l10n from '@vscode/l10n';
import type { Identity } from '@ory/client';
import { getIdentity, listIdentities } from '../../ory/operations/identities.ts';
import { PageWalk } from '../../ory/paging.ts';
import { singlePage } from '../../ory/single-page.ts';
import { listing } from '../listing.ts';
import { identityRow } from './row.ts';
import { findIdentities, IdentitySearch } from './search.ts';

/** How many of those that were found are offered to choose from. */
const OFFERED = 50;

/** Everybody, or those whom a filter finds (`GET /admin/identities`). */
export const identityListing = listing<Identity>({
  under: 'view',
  service: 'kratos-admin',
  key: 'identities',
  label: l10n.t('Identities'),
  plural: l10n.t('identities'),
  icon: 'account',
  empty: () => l10n.t('No identities'),
  open(client, { filter }, size) {
    if (filter?.by === 'identifier') return new IdentitySearch(client, filter.text, size(listIdentities));
    if (filter) {
      return singlePage(async (call) => [(await client.call(getIdentity, { id: filter.text }, call)).data]);
    }
    return new PageWalk(client, listIdentities, {}, size(listIdentities));
  },
  one: async (client, id, call) => (await client.call(getIdentity, { id }, call)).data,
  keyOf: ({ id }) => id,
  row: identityRow,
  search: (client, text, _, call) => findIdentities(client, text, OFFERED, call),
  searchHint: l10n.t('E-mail, user name, phone or ID'),
});
