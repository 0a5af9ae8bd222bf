import type { Session } from '@ory/client';
import { listIdentitySessions } from '../../ory/operations/sessions.ts';
import { PageWalk } from '../../ory/paging.ts';
import { listing } from '../listing.ts';
import { sessionRow } from './row.ts';

/** Of sessions one wants to know how many are in use. */
function summary(all: readonly Session[], more: boolean): string {
  const active = all.filter((session) => session.active).length;
  if (all.length === 0) return 'none';
  return active === 0 && !more ? 'none active' : `${active}${more ? '+' : ''} active`;
}

/** The sessions of one identity (`GET /admin/identities/{id}/sessions`). */
export const sessionsOfIdentity = listing<Session>({
  under: 'identities',
  service: 'kratos-admin',
  key: 'sessions',
  label: 'Sessions',
  plural: 'sessions',
  icon: 'vm',
  empty: () => 'No sessions',
  open: (client, { of: id }, size) =>
    new PageWalk(client, listIdentitySessions, { id }, size(listIdentitySessions)),
  keyOf: ({ id }) => id,
  row: (session) => sessionRow(session),
  summary,
  // It was ended; the server keeps it.
  afterRemoval: (session) => ({ ...session, active: false }),
  canBeChosen: ({ active }) => active === true,
});
