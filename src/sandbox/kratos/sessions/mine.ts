import { empty, json } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import { badRequest, KratosError, notFound, undecodable } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { numberedHeaders, readNumberedPage } from '../http/page-links.ts';
import { requireUuid } from '../http/uuid.ts';
import { presentIdentity, VIEWS } from '../identities/present.ts';
import { requireStrength } from './assurance.ts';
import { findLogin, type Login } from './find.ts';
import { isActive, presentSession } from './model.ts';

const MAXIMUM_SIZE = 1000;

/** GET /sessions: the other active sessions of whoever asks; pages count from 1, though the links count from 0. */
export function listMySessions(ex: Exchange): SandboxAnswer {
  const { kratos, query } = ex;
  const login = requireLogin(ex);
  requireStrength(kratos, login, kratos.settings.whoamiAal);
  const now = kratos.clock.now();
  const others = kratos.sessions
    .of(login.identity.id)
    .filter((session) => session.id !== login.session.id && isActive(session, now));
  const page = readNumberedPage(query, MAXIMUM_SIZE);
  const from = (Math.max(page.page, 1) - 1) * page.size;
  // The server does not look the schema up here.
  const identity = presentIdentity(login.identity, { ...VIEWS.bare, adminMetadata: 'no', schemaUrl: '' });
  const shown = others
    .slice(from, from + page.size)
    .map((session) => presentSession(session, now, { identity, devices: session.devices }));
  return json(200, shown, numberedHeaders('/sessions', query, page, others.length, true));
}

/** DELETE /sessions: ends all but the one that asks. */
export function disableMyOtherSessions(ex: Exchange): SandboxAnswer {
  const { session, identity } = requireLogin(ex);
  return json(200, { count: ex.kratos.sessions.revokeOthers(identity.id, session.id) });
}

/** DELETE /sessions/{id}: one of them; one that is not one's own is left alone, and that is not told. */
export function disableMySession(ex: Exchange): SandboxAnswer {
  const { session, identity } = requireLogin(ex);
  const id = requireUuid(ex.request.params.id ?? '');
  if (id === session.id) throw undecodable('cannot revoke current session');
  const other = ex.kratos.sessions.get(id);
  if (other?.identity_id === identity.id) ex.kratos.sessions.put({ ...other, active: false });
  return empty(204, { 'content-type': 'application/json; charset=utf-8' });
}

/** GET /sessions/token-exchange: no flow of the sandbox ends in another application, so there never is a token. */
export function exchangeSessionToken(ex: Exchange): SandboxAnswer {
  if (!ex.query.get('init_code') || !ex.query.get('return_to_code')) {
    throw badRequest('"init_code" and "return_to_code" query params must be set');
  }
  throw notFound('no session yet for this "code"');
}

function requireLogin(ex: Exchange): Login {
  const login = findLogin(ex);
  if (!login) throw new KratosError({ code: 401, reason: 'No valid session cookie found.' });
  return login;
}
