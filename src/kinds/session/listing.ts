import * as l10n from '@vscode/l10n';
import type { Session } from '@ory/client';
import { listIdentitySessions, listSessions } from '../../ory/operations/sessions.ts';
import { type PageSource, PageWalk } from '../../ory/paging.ts';
import { listing } from '../listing.ts';
import { sessionOfRow, sessionRow } from './row.ts';

/** Of sessions one wants to know how many are in use. */
function summary(all: readonly Session[], more: boolean): string {
  const active = all.filter((session) => session.active).length;
  if (all.length === 0) return 'none';
  return active === 0 && !more ? l10n.t('none active') : `${active}${more ? '+' : ''} active`;
}

/** The sessions of one identity (`GET /admin/identities/{id}/sessions`). */
export const sessionsOfIdentity = listing<Session>({
  under: 'identities',
  service: 'kratos-admin',
  key: 'sessions',
  label: l10n.t('Sessions'),
  plural: l10n.t('sessions'),
  icon: 'vm',
  empty: () => l10n.t('No sessions'),
  open: (client, { of: id }, size) =>
    new PageWalk(client, listIdentitySessions, { id }, size(listIdentitySessions)),
  keyOf: ({ id }) => id,
  row: (session) => sessionRow(session),
  summary,
  // It was ended; the server keeps it.
  afterRemoval: (session) => ({ ...session, active: false }),
  canBeChosen: ({ active }) => active === true,
});

/** The sessions of everybody, of one identity, or those that are active or ended (`GET /admin/sessions`). */
export const sessionsOfConnection = listing<Session>({
  under: 'connection',
  service: 'kratos-admin',
  key: 'sessions',
  label: l10n.t('Sessions'),
  plural: l10n.t('sessions'),
  icon: 'vm',
  context: ['allSessions'],
  empty: ({ narrowed }) => (narrowed ? l10n.t('No such sessions') : l10n.t('No sessions')),
  open(client, { narrowed = '' }, size): PageSource<Session> {
    const [by, id] = narrowed.split(' ');
    if (by === 'identity' && id) {
      return new PageWalk(client, listIdentitySessions, { id }, size(listIdentitySessions));
    }
    const active = by === 'active' ? true : by === 'ended' ? false : undefined;
    const input = { expand: ['identity', 'devices'], ...(active === undefined ? {} : { active }) };
    return new PageWalk(client, listSessions, input, size(listSessions));
  },
  narrowing: [
    { value: 'active', label: l10n.t('Only active'), summary: l10n.t('only active') },
    { value: 'ended', label: l10n.t('Only ended'), summary: l10n.t('only ended') },
    {
      value: 'identity',
      label: l10n.t('Of one identity…'),
      summary: l10n.t('of one identity'),
      choose: 'identities',
    },
  ],
  keyOf: ({ id }) => id,
  row: (session) => sessionOfRow(session),
  summary,
  afterRemoval: (session) => ({ ...session, active: false }),
  canBeChosen: ({ active }) => active === true,
});
