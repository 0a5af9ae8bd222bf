import * as l10n from '@vscode/l10n';
import type { Organization } from '@ory/client';
import { listOrganizations } from '../../ory/operations/organizations.ts';
import { PageWalk } from '../../ory/paging.ts';
import { listing } from '../listing.ts';
import { partId, type PartItem } from '../part-id.ts';
import { partsOf } from '../part-pages.ts';
import { facts, whenFact, wordsIn } from '../row.ts';

/** The organizations of a project (`GET /projects/{project_id}/organizations`). */
export const organizationListing = listing<PartItem<Organization>>({
  under: 'projects',
  service: 'console',
  key: 'organizations',
  label: l10n.t('Organizations'),
  plural: l10n.t('organizations'),
  icon: 'organization',
  empty: () => l10n.t('No organizations'),
  open: (client, { of }, size) =>
    partsOf(of, new PageWalk(client, listOrganizations, { project_id: of }, size(listOrganizations))),
  keyOf: ({ of, item }) => partId(of, item.id),
  row: ({ of, item }) => ({
    id: partId(of, item.id),
    label: item.label || item.id,
    description: wordsIn(item.domains),
    icon: 'organization',
    dimmed: false,
    copied: item.id,
    facts: () =>
      facts(
        ['Id', item.id],
        ['Label', item.label],
        ['Domains', wordsIn(item.domains)],
        ['Region', item.default_region],
        [l10n.t('Session lifespan'), item.session_lifespan],
        ['Created', whenFact(item.created_at)],
      ),
  }),
});
