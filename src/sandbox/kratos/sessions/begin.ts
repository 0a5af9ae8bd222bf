import type { Exchange } from '../http/exchange.ts';
import { newToken } from '../http/tokens.ts';
import { newId } from '../http/uuid.ts';
import type { Identity } from '../identities/model.ts';
import { aalOf, type AuthenticationMethod, type Device, type Session } from './model.ts';

/** A method that was just completed. */
export interface Completed {
  readonly method: string;
  readonly aal: 'aal1' | 'aal2';
}

/** A session that begins now; it is not kept yet. */
export function newSession(ex: Exchange, identity: Identity, completed: readonly Completed[]): Session {
  const now = ex.kratos.now();
  const methods = completed.map((one) => ({ ...one, completed_at: now }));
  return {
    id: newId(),
    token: `ory_st_${newToken()}`,
    identity_id: identity.id,
    active: true,
    ...timesFrom(ex, now),
    authenticator_assurance_level: aalOf(methods),
    authentication_methods: methods,
    devices: [{ id: newId(), ...deviceOf(ex) }],
    created_at: now,
  };
}

/** The session after one more method, with its time begun anew; it is not kept yet. */
export function strengthened(ex: Exchange, session: Session, completed: Completed): Session {
  const now = ex.kratos.now();
  const methods: readonly AuthenticationMethod[] = [
    ...session.authentication_methods,
    { ...completed, completed_at: now },
  ];
  return {
    ...session,
    ...timesFrom(ex, now),
    authenticator_assurance_level: aalOf(methods),
    authentication_methods: methods,
  };
}

/** Where a request comes from, as a session's device shows it. */
export function deviceOf(ex: Exchange): Omit<Device, 'id'> {
  const { headers } = ex.request;
  const first = (name: string) => [headers[name]].flat()[0];
  const forwarded = first('true-client-ip') ?? first('x-real-ip') ?? first('x-forwarded-for')?.split(',')[0];
  const place = [first('cf-ipcity'), first('cf-ipcountry')].filter(
    (part) => part !== undefined && part !== '',
  );
  return {
    ip_address: forwarded?.trim() ?? '127.0.0.1',
    user_agent: headers['user-agent'] ?? null,
    location: place.join(', '),
  };
}

function timesFrom(
  ex: Exchange,
  now: string,
): Pick<Session, 'issued_at' | 'authenticated_at' | 'expires_at'> {
  const end = ex.kratos.clock.now().getTime() + ex.kratos.settings.sessionLifespanMs;
  return { issued_at: now, authenticated_at: now, expires_at: new Date(end).toISOString() };
}
