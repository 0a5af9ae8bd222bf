import type { Session } from '@ory/client';
import { identityName } from '../identity/identity-name.ts';
import { sessionState } from './state.ts';
import { ago, facts, type Row, whenFact } from '../row.ts';

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

/** The same among the sessions of everybody: first whose it is. */
export function sessionOfRow(session: Session, now = new Date()): Row {
  const row = sessionRow(session, now);
  if (!session.identity) return row;
  return {
    ...row,
    label: identityName(session.identity),
    description: [row.description, row.label].filter(Boolean).join(' · '),
  };
}
