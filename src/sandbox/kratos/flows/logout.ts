import { empty, json } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import { badRequest, KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { decodeJsonRequest } from '../http/json-request.ts';
import { bearerToken, clearSessionCookie, readSessionCookie } from '../sessions/cookie.ts';
import { findLogin, noSession } from '../sessions/find.ts';
import { logoutToken } from '../sessions/model.ts';
import { forward } from './forward.ts';
import { returnTo } from './return-to.ts';

/** GET /self-service/logout/browser: the link that logs the browser out. */
export function createBrowserLogoutFlow(ex: Exchange): SandboxAnswer {
  const { settings } = ex.kratos;
  const login = findLogin(ex);
  if (!login) return forward(ex, undefined, noSession());
  const token = logoutToken(login.session);
  const query = new URLSearchParams();
  try {
    const asked = (ex.query.get('return_to') ?? '') !== '';
    const back = asked ? returnTo(ex, ex.url, settings.selfService.logoutReturn) : '';
    if (back !== '') query.set('return_to', back);
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
  query.set('token', token);
  const logout_url = `${settings.publicUrl()}/self-service/logout?${query.toString()}`;
  return json(200, { logout_url, logout_token: token });
}

/** GET /self-service/logout: ends the session of the browser. */
export function updateLogoutFlow(ex: Exchange): SandboxAnswer {
  try {
    return logOut(ex);
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
}

/** DELETE /self-service/logout/api: ends the session of an app, also one that has ended. */
export function performNativeLogout(ex: Exchange): SandboxAnswer {
  const body = decodeJsonRequest(ex.request, 'logout.performNativeLogoutBody', {
    session_token: { kind: 'string', go: 'string' },
  });
  const session = ex.kratos.sessions.byToken(
    typeof body.session_token === 'string' ? body.session_token : '',
  );
  if (!session) throw new KratosError({ code: 403, reason: 'There is no session with this token.' });
  ex.kratos.sessions.put({ ...session, active: false });
  return empty(204);
}

function logOut(ex: Exchange): SandboxAnswer {
  const { sessions, settings } = ex.kratos;
  const token = ex.query.get('token') ?? '';
  if (token === '')
    throw badRequest('The address holds no token: ask for one at /self-service/logout/browser.');
  const login = findLogin(ex);
  if (!login) throw noSession();
  if (logoutToken(login.session) !== token) {
    throw new KratosError({ code: 403, reason: 'The token in the address does not fit the session.' });
  }
  // A session that is only named in a header of its own goes on: a browser has none.
  const bearer = bearerToken(ex);
  const ended = sessions.byToken(bearer ?? readSessionCookie(ex)?.session_token ?? '');
  if (ended) sessions.put({ ...ended, active: false });
  if (bearer === undefined && readSessionCookie(ex)) clearSessionCookie(ex);
  ex.regenerateCsrf();
  const back = returnTo(ex, ex.url, settings.selfService.logoutReturn);
  return ex.isData ? empty(204) : ex.redirect(303, back);
}
