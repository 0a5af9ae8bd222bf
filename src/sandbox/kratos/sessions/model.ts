import { createHash } from 'node:crypto';
import type { JsonObject } from '../../json/values.ts';

/** A session as it is kept. The token is a credential: it never leaves the store but to the one who logged in. */
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly identity_id: string;
  /** False once it was revoked; an expired session is shown as inactive all the same. */
  readonly active: boolean;
  readonly expires_at: string;
  readonly authenticated_at: string;
  readonly authenticator_assurance_level: string;
  readonly authentication_methods: readonly AuthenticationMethod[];
  readonly issued_at: string;
  readonly devices: readonly Device[];
  readonly created_at: string;
}

export interface AuthenticationMethod {
  readonly method: string;
  readonly aal: string;
  readonly completed_at: string;
}

export interface Device {
  readonly id: string;
  readonly ip_address: string;
  readonly user_agent: string | null;
  readonly location: string;
}

/** The session as JSON; `identity` and `devices` are what the answer shows there. */
export function presentSession(
  session: Session,
  now: Date,
  shown: { readonly identity: JsonObject | null; readonly devices: readonly Device[] | null },
): JsonObject {
  return {
    id: session.id,
    active: isActive(session, now),
    expires_at: session.expires_at,
    authenticated_at: session.authenticated_at,
    authenticator_assurance_level: session.authenticator_assurance_level,
    authentication_methods: session.authentication_methods,
    issued_at: session.issued_at,
    devices: shown.devices,
    identity: shown.identity,
  };
}

export const isActive = (session: Session, now: Date): boolean =>
  session.active && new Date(session.expires_at) > now;

/** What a browser's logout link proves: it follows from the session, and does not give its token away. */
export const logoutToken = ({ token }: Session): string =>
  `ory_lo_${createHash('sha256').update(`logout ${token}`).digest('base64url').replace(/[-_]/g, 'x').slice(0, 32)}`;

/** The assurance that these methods give together. */
export function aalOf(methods: readonly AuthenticationMethod[]): 'aal0' | 'aal1' | 'aal2' {
  if (methods.length === 0) return 'aal0';
  const has = (aal: string) => methods.some((method) => method.aal === aal);
  return has('aal1') && has('aal2') ? 'aal2' : 'aal1';
}
