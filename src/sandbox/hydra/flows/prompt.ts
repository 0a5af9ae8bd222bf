import { isPublic } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { ClientRefusal } from './authorize-errors.ts';
import { endedSessionCookie } from './cookies.ts';
import type { AcceptedLogin, Flow } from './flow.ts';
import { hintClaims } from './id-token-hint.ts';
import { subjectFor } from './pairwise.ts';

const PROMPTS = ['login', 'none', 'consent', 'select_account', 'registration'];

/**
 * Checks whether a login is what the client asked for with `prompt`, `max_age` and `id_token_hint`.
 * @throws ClientRefusal when it is not; where the user would have to log in anew, the remembered login ends.
 */
export async function checkPrompt(context: HydraContext, flow: Flow, login: AcceptedLogin): Promise<void> {
  const { prompt, client } = flow;
  const stored = context.state.clients.get(flow.clientId);
  const { subject_type: type, redirect_uris: redirects = [] } = stored?.data ?? client;
  if (type === 'pairwise' && redirects.length !== 1)
    throw new ClientRefusal(
      'invalid_request',
      'Pairwise subjects need a client with one redirect URI.',
      flow,
    );
  const silent = prompt.includes('none');
  if (silent && stored && isPublic(stored) && !isSecure(flow.redirectUri))
    throw new ClientRefusal('consent_required', 'A public client on http can’t go without asking.', flow);
  if (prompt.some((one) => !PROMPTS.includes(one)) || (silent && prompt.length > 1))
    throw new ClientRefusal(
      'invalid_request',
      'The prompt holds an unknown value, or none beside others.',
      flow,
    );
  const query = new URLSearchParams(flow.query);
  const maxAge = Number(/^\d+$/.exec(query.get('max_age') ?? '')?.[0] ?? 0);
  const tooOld = maxAge > 0 && login.authenticatedAt + maxAge < flow.requestedAt;
  const meanwhile = silent && login.authenticatedAt > flow.requestedAt;
  const hint = query.get('id_token_hint') ?? '';
  const subject = subjectFor(context.config, stored ?? { data: client }, login.subject, login.forcedSubject);
  const other = hint !== '' && (await hintClaims(context, hint))?.sub !== subject;
  if (tooOld || meanwhile || other)
    throw new ClientRefusal('login_required', 'The login is not the one that was asked for.', flow, {
      cookie: endedSessionCookie(context),
    });
}

/** Whether nobody on the way could take an answer that comes unasked. */
export function isSecure(redirectUri: string): boolean {
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '');
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && local);
}
