import { readJson } from '../../json/read.ts';
import { objectOr } from '../../json/values.ts';
import type { Exchange } from '../http/exchange.ts';
import { newToken } from '../http/tokens.ts';
import type { Session } from './model.ts';

/** What the session's cookie holds; nobody but the server reads it. */
export interface CookieContent {
  readonly session_token: string;
  readonly expires_at: string;
}

/** The cookie of the request, undefined when there is none or it is not ours. */
export function readSessionCookie(ex: Exchange): CookieContent | undefined {
  const value = ex.cookies.get(ex.kratos.settings.sessionCookie.name);
  if (value === undefined) return undefined;
  try {
    const content = objectOr(readJson(Buffer.from(value, 'base64url').toString('utf8')));
    const { session_token: token, expires_at: expires } = content;
    return typeof token === 'string' && typeof expires === 'string'
      ? { session_token: token, expires_at: expires }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Logs the browser in. Whoever was not logged in as the same person before gets a new secret for forms, too. */
export function issueSessionCookie(ex: Exchange, session: Session): void {
  const { kratos } = ex;
  const now = kratos.clock.now();
  const prior = kratos.sessions.byToken(presentedToken(ex) ?? '');
  const same =
    prior?.active === true && new Date(prior.expires_at) > now && prior.identity_id === session.identity_id;
  if (!same) ex.regenerateCsrf();
  const content = { session_token: session.token, expires_at: session.expires_at, nonce: newToken(8) };
  const { name, persistent, ...options } = kratos.settings.sessionCookie;
  const seconds = Math.floor((new Date(session.expires_at).getTime() - now.getTime()) / 1000);
  ex.setCookie(name, Buffer.from(JSON.stringify(content)).toString('base64url'), {
    ...options,
    ...(persistent ? { maxAgeSeconds: seconds } : {}),
  });
}

/** Takes the cookie away. */
export function clearSessionCookie(ex: Exchange): void {
  const { name, path, domain, sameSite } = ex.kratos.settings.sessionCookie;
  ex.setCookie(name, '', { path, domain, sameSite, maxAgeSeconds: 0 });
}

/** The session token that a request presents: as header, as cookie or as bearer token, in this order. */
export function presentedToken(ex: Exchange): string | undefined {
  const { headers } = ex.request;
  const header = [headers['x-session-token']].flat()[0];
  if (header !== undefined && header !== '') return header;
  return readSessionCookie(ex)?.session_token ?? bearerToken(ex);
}

export function bearerToken(ex: Exchange): string | undefined {
  return /^bearer\s+(\S.*)$/i.exec(ex.request.headers.authorization ?? '')?.[1];
}
