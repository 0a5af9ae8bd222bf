import type { KratosContext } from '../context.ts';
import { newToken } from '../http/tokens.ts';
import { newId } from '../http/uuid.ts';
import type { Session } from './model.ts';

/** A session that begins now, after a login with a password. */
export function newSession(kratos: KratosContext, identityId: string, userAgent: string): Session {
  const now = kratos.now();
  return {
    id: newId(),
    token: `ory_st_${newToken()}`,
    identity_id: identityId,
    active: true,
    expires_at: new Date(kratos.clock.now().getTime() + kratos.settings.sessionLifespanMs).toISOString(),
    authenticated_at: now,
    authenticator_assurance_level: 'aal1',
    authentication_methods: [{ method: 'password', aal: 'aal1', completed_at: now }],
    issued_at: now,
    devices: [{ id: newId(), ip_address: '127.0.0.1', user_agent: userAgent, location: '' }],
    created_at: now,
  };
}
