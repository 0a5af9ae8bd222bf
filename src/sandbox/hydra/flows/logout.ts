import type { Router } from '../../http/router.ts';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { StoredClient } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { escapeHtml } from '../http/answers.ts';
import { parametersOf } from '../http/body.ts';
import { withQuery } from '../http/paths.ts';
import { PageRefusal, refusalAnswer } from './authorize-errors.ts';
import { endedSessionCookie, livingLogin, rememberedLogin } from './cookies.ts';
import { hintClaims } from './id-token-hint.ts';

/** A logout on its way through the logout app; challenges and verifiers are this, sealed. Times in seconds. */
export interface Logout {
  readonly subject: string;
  readonly sid: string;
  readonly requestUrl: string;
  readonly clientId: string;
  readonly startedByClient: boolean;
  readonly redirectTo: string;
  readonly requestedAt: number;
  readonly expiresAt: number;
}

/** revokeOidcSession: the browser logs out. */
export function logoutRoutes(router: Router, context: HydraContext): void {
  const answer = async (request: SandboxRequest): Promise<SandboxAnswer> => {
    const parameters = parametersOf(request);
    try {
      const verifier = parameters.get('logout_verifier');
      return verifier === null ? await begin(context, request, parameters) : end(context, request, verifier);
    } catch (error) {
      if (error instanceof PageRefusal) return refusalAnswer(context, error, request.method);
      throw error;
    }
  };
  router.on('GET', '/oauth2/sessions/logout', answer).on('POST', '/oauth2/sessions/logout', answer);
}

async function begin(
  context: HydraContext,
  request: SandboxRequest,
  parameters: URLSearchParams,
): Promise<SandboxAnswer> {
  const { path, search, method } = request;
  const hint = parameters.get('id_token_hint') ?? '';
  const asked = hint === '' ? undefined : await askedByClient(context, hint);
  const redirectTo = targetOf(context, asked?.client, parameters);
  // Whoever shows an ID token ends its login, in whatever browser; everybody else ends the browser's own.
  const login = asked ? livingLogin(context, asked.sid) : rememberedLogin(context, request);
  if (login === undefined) return redirect(302, redirectTo, method);
  const now = context.stamps.seconds();
  const logout: Logout = {
    subject: login.subject,
    sid: login.id,
    requestUrl: search === '' ? path : `${path}?${search}`,
    clientId: asked?.client.id ?? '',
    startedByClient: asked !== undefined,
    redirectTo,
    requestedAt: now,
    expiresAt: now + context.config.ttl.login,
  };
  return redirect(
    302,
    withQuery(context.config.urls.logout, { logout_challenge: context.seal.close('logout', logout) }),
    method,
  );
}

/** Where the browser goes in the end. @throws PageRefusal when it is not an address of the client. */
function targetOf(
  { config }: HydraContext,
  client: StoredClient | undefined,
  parameters: URLSearchParams,
): string {
  const wanted = parameters.get('post_logout_redirect_uri') ?? '';
  const state = parameters.get('state') ?? '';
  if (client === undefined && (wanted !== '' || state !== ''))
    throw new PageRefusal('invalid_request', 'A post_logout_redirect_uri or state needs an id_token_hint.');
  if (wanted === '') return config.urls.postLogout;
  if (!(client?.data.post_logout_redirect_uris ?? []).includes(wanted))
    throw new PageRefusal(
      'invalid_request',
      'The post_logout_redirect_uri is not one that the client has registered.',
    );
  return state === '' ? wanted : withQuery(wanted, { state });
}

/** The client that an ID token was made for, and the login in it. @throws PageRefusal when it is none of ours. */
async function askedByClient(
  context: HydraContext,
  hint: string,
): Promise<{ readonly client: StoredClient; readonly sid: string }> {
  const claims = await hintClaims(context, hint);
  const ids = [claims?.aud ?? []].flat();
  const client = ids.map((id) => context.state.clients.get(id)).find((one) => one !== undefined);
  if (client === undefined || typeof claims?.sid !== 'string' || claims.sid === '')
    throw new PageRefusal('invalid_request', 'The id_token_hint is not an ID token of this server.');
  return { client, sid: claims.sid };
}

function end(context: HydraContext, request: SandboxRequest, verifier: string): SandboxAnswer {
  const logout = context.seal.open('logout_verifier', verifier) as Logout | undefined;
  if (logout === undefined || logout.expiresAt < context.stamps.seconds())
    throw new PageRefusal('Not Found', 'The verifier is not known, or came too late.');
  const { state } = context;
  const own = logout.startedByClient || rememberedLogin(context, request)?.id === logout.sid;
  if (!own || state.logins.get(logout.sid) === undefined)
    return redirect(302, logout.redirectTo, request.method);
  const frames = frontchannelUris(context, logout.sid);
  state.logins.remove(logout.sid);
  state.consents.forgetLogins((id) => id === logout.sid);
  const ended = { 'set-cookie': endedSessionCookie(context) };
  if (frames.length > 0)
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', ...ended },
      body: page(frames, logout.redirectTo),
    };
  const answer = redirect(302, logout.redirectTo, request.method);
  return { ...answer, headers: { ...answer.headers, ...ended } };
}

/** The pages of the clients that took part in the login and want to be told by the browser. */
function frontchannelUris({ state, config }: HydraContext, sid: string): string[] {
  const ids = new Set(
    state.consents.filter(({ loginSessionId }) => loginSessionId === sid).map(({ clientId }) => clientId),
  );
  return [...ids].flatMap((id) => {
    const uri = state.clients.get(id)?.data.frontchannel_logout_uri ?? '';
    return uri === '' ? [] : [withQuery(uri, { iss: config.issuer(), sid })];
  });
}

function page(frames: readonly string[], next: string): string {
  const iframes = frames.map((uri) => `<iframe hidden src="${escapeHtml(uri)}"></iframe>`).join('\n');
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Signing out</title><meta http-equiv="refresh" content="3; URL=${escapeHtml(next)}"></head>
  <body>${iframes}<p>Signing out.</p></body>
</html>
`;
}
