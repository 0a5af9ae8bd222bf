import type { JsonObject } from '../../json/values.ts';
import { KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Identity } from '../identities/model.ts';
import { presentedToken } from './cookie.ts';
import { isActive, type Session } from './model.ts';

/** A session that is valid now, and the person it belongs to. */
export interface Login {
  readonly session: Session;
  readonly identity: Identity;
}

/** Whom the request comes from; undefined when it presents no session that is valid now. */
export function findLogin(ex: Exchange): Login | undefined {
  const { kratos } = ex;
  const session = kratos.sessions.byToken(presentedToken(ex) ?? '');
  if (!session || !isActive(session, kratos.clock.now())) return undefined;
  const identity = kratos.identities.get(session.identity_id);
  return identity?.state === 'active' ? { session, identity } : undefined;
}

/** 401 with the id that clients know this by. */
export const noSession = (
  reason = 'The request holds no active session.',
  beside: JsonObject = {},
): KratosError =>
  new KratosError(
    {
      code: 401,
      id: 'session_inactive',
      reason,
      message: 'request does not have a valid authentication session',
    },
    401,
    beside,
  );
