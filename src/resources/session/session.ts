import type { Session } from '@ory/client';
import { disableSession, getSession } from '../../ory/operations/sessions.ts';
import { textAt } from '../changes.ts';
import type { Kind } from '../kind.ts';
import { ago, facts, type Row, whenFact } from '../row.ts';
import { sessionState } from './state.ts';

/** A session in a list: its device, since when, whether it is active. */
export function sessionRow(session: Session, now = new Date()): Row {
  const device = session.devices?.[0];
  const active = session.active === true;
  const started = session.authenticated_at ? ago(new Date(session.authenticated_at), now) : '';
  return {
    id: session.id,
    label: deviceName(device?.user_agent) ?? device?.location ?? 'Session',
    description: [active ? 'active' : 'ended', started].filter(Boolean).join(' · '),
    icon: active ? 'vm-active' : 'vm-outline',
    dimmed: !active,
    state: sessionState(session),
    facts: () =>
      facts(
        ['Id', session.id],
        ['Assurance', session.authenticator_assurance_level],
        ['Methods', (session.authentication_methods ?? []).map((used) => used.method ?? '').join(', ')],
        ['Authenticated', whenFact(session.authenticated_at)],
        ['Expires', whenFact(session.expires_at)],
        ['Address', device?.ip_address],
        ['Device', device?.user_agent],
      ),
  };
}

/** The first product of a user agent is enough to tell devices apart. */
const deviceName = (agent: string | undefined): string | undefined =>
  /(Firefox|Edg|Chrome|Safari|curl|node|Go-http-client|okhttp)/.exec(agent ?? '')?.[1];

/** Sessions (Kratos): `GET`, `DELETE /admin/sessions/{id}`. */
export const sessionKind: Kind = {
  id: 'sessions',
  noun: 'session',
  service: 'kratos-admin',
  idName: 'id',
  async read(client, id, call) {
    return (await client.call(getSession, { id, expand: ['identity', 'devices'] }, call)).text;
  },
  nameOf: (document, id) => textAt(document, 'identity', 'traits', 'email') ?? id,
  secrets: getSession.answer.secrets,
  volatile: [],
  readOnlyReason: 'Sessions are made by logging in; they can be ended, not edited.',
  removing: {
    async remove(client, id, call) {
      await client.call(disableSession, { id }, call);
    },
    consequence: 'Who is logged in by it has to log in again; it can’t be undone.',
  },
};
