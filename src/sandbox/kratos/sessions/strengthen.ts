import type { Exchange } from '../http/exchange.ts';
import type { Completed } from './begin.ts';
import { aalOf, type Session } from './model.ts';

/** Adds a method to a session, which counts as a login now, and keeps that; its end stays where it is. */
export function strengthen(ex: Exchange, session: Session, completed: Completed): void {
  const now = ex.kratos.now();
  const methods = [...session.authentication_methods, { ...completed, completed_at: now }];
  ex.kratos.sessions.put({
    ...session,
    authenticated_at: now,
    authentication_methods: methods,
    authenticator_assurance_level: aalOf(methods),
  });
}
