import { json } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import { badRequest, KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { presentOwn } from '../identities/own.ts';
import { requireStrength } from './assurance.ts';
import { issueSessionCookie, readSessionCookie } from './cookie.ts';
import { findLogin } from './find.ts';
import { presentSession } from './model.ts';

/** GET /sessions/whoami, and with any other method but DELETE. */
export function toSession(ex: Exchange): SandboxAnswer {
  const { kratos } = ex;
  const login = findLogin(ex);
  if (!login)
    throw new KratosError({ code: 401, reason: 'No valid session credentials found in the request.' });
  requireStrength(kratos, login, kratos.settings.whoamiAal);
  const template = ex.query.get('tokenize_as') ?? '';
  if (template !== '')
    throw badRequest(`Unable to find tokenizer template "${template}" in the configuration.`);
  const { session, identity } = login;
  const cookie = readSessionCookie(ex);
  if (cookie && new Date(cookie.expires_at) < new Date(session.expires_at)) issueSessionCookie(ex, session);
  const shown = { identity: presentOwn(kratos, identity), devices: session.devices };
  return json(200, presentSession(session, kratos.clock.now(), shown), {
    'x-kratos-authenticated-identity-id': identity.id,
  });
}
