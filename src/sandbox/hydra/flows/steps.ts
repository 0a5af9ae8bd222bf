import { randomBytes } from 'node:crypto';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { isPublic } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { coversScope } from '../tokens/scopes.ts';
import { withQuery } from '../http/paths.ts';
import { ClientRefusal } from './authorize-errors.ts';
import { type Consent, isOver } from './consent-store.ts';
import { cookiesOf, csrfCookie, csrfName, endedSessionCookie, loginIdOf, sessionCookie } from './cookies.ts';
import { finish } from './finish.ts';
import { sealFlow, type AcceptedLogin, type Flow } from './flow.ts';
import { checkPrompt, isSecure } from './prompt.ts';

/** The login app has decided: remember the user and go on to consent. */
export async function afterLogin(
  context: HydraContext,
  request: SandboxRequest,
  flow: Flow,
): Promise<SandboxAnswer> {
  checkRefusal(flow);
  checkBrowser(request, 'login', flow);
  const { login: accepted } = flow;
  if (accepted === undefined) throw new ClientRefusal('access_denied', 'The login was not decided.', flow);
  await checkPrompt(context, flow, accepted);
  const kept = keepLogin(context, request, flow, accepted);
  const earlier = earlierConsent(context, flow, accepted.subject);
  if (flow.prompt.includes('none') && earlier === undefined)
    throw new ClientRefusal(
      'consent_required',
      'No consent is remembered that could be used without asking.',
      flow,
    );
  const csrf = randomBytes(16).toString('hex');
  const consentId = randomBytes(16).toString('hex');
  const next: Flow = { ...flow, csrf, consentId, consentSkip: earlier !== undefined };
  const location = withQuery(context.config.urls.consent, {
    consent_challenge: sealFlow(context, 'consent', next),
  });
  const answer = redirect(302, location, request.method);
  const cookies = [...kept, csrfCookie(context, csrfName('consent', flow.clientId), csrf)];
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookies } };
}

/** Keeps the login, and tells the browser to remember or to forget. @returns the cookies that do so */
function keepLogin(
  context: HydraContext,
  request: SandboxRequest,
  flow: Flow,
  { subject, authenticatedAt, remember, rememberFor, extend }: AcceptedLogin,
): string[] {
  const { state, config } = context;
  const lifetime = rememberFor > 0 ? rememberFor : config.ttl.session;
  if (flow.skip) return extend ? [sessionCookie(context, flow.sessionId, lifetime)] : [];
  state.logins.put({ id: flow.sessionId, subject, authenticatedAt, remember });
  if (remember) return [sessionCookie(context, flow.sessionId, lifetime)];
  const before = loginIdOf(context, request);
  if (before !== undefined) {
    state.logins.remove(before);
    state.consents.forgetLogins((id) => id === before);
  }
  return [endedSessionCookie(context)];
}

/** The consent app has decided: keep what was granted and bring the client what it asked for. */
export async function afterConsent(
  context: HydraContext,
  request: SandboxRequest,
  flow: Flow,
): Promise<SandboxAnswer> {
  checkRefusal(flow);
  const { login, consent: granted, consentId = '' } = flow;
  const { usedOnce, consents } = context.state;
  if (login === undefined || granted === undefined || usedOnce.has(`consent ${consentId}`))
    throw new ClientRefusal('access_denied', 'The consent was not decided, or used before.', flow);
  const now = context.stamps.seconds();
  usedOnce.add(`consent ${consentId}`, flow.requestedAt + context.config.ttl.login, now);
  const consent: Consent = {
    ...granted,
    id: consentId,
    clientId: flow.clientId,
    subject: login.subject,
    requestedScope: flow.scope,
    requestedAudience: flow.audience,
    context: login.context,
    oidcContext: flow.oidcContext,
    requestUrl: flow.requestUrl,
    loginChallenge: flow.id,
    loginSessionId: flow.sessionId,
    acr: login.acr,
    amr: login.amr,
    skipped: flow.consentSkip === true,
  };
  consents.add(consent);
  // A browser that did not begin the flow spends the consent all the same.
  checkBrowser(request, 'consent', flow);
  return finish(context, request, flow, consent, login);
}

/** The consent that makes asking again needless: the latest that is remembered, if it is wide enough. */
function earlierConsent(
  { state, stamps, config }: HydraContext,
  flow: Flow,
  subject: string,
): Consent | undefined {
  const client = state.clients.get(flow.clientId);
  if (client === undefined || flow.prompt.includes('consent')) return undefined;
  if (isPublic(client) && (flow.deviceKey !== undefined || !isSecure(flow.redirectUri))) return undefined;
  const latest = state.consents
    .filter(
      (one) =>
        one.clientId === flow.clientId &&
        one.subject === subject &&
        one.remember &&
        !one.skipped &&
        !isOver(one, stamps.seconds()),
    )
    .toSorted((a, b) => (a.handledAt < b.handledAt ? 1 : -1))[0];
  const covers = (scope: string) => coversScope(latest?.grantedScope ?? [], scope, config.scopeMatching);
  return flow.scope.every(covers) ? latest : undefined;
}

/** @throws ClientRefusal when the app has refused. */
function checkRefusal(flow: Flow): void {
  const { refusal } = flow;
  if (refusal !== undefined)
    throw new ClientRefusal(refusal.error, refusal.description, flow, { status: refusal.status ?? 400 });
}

/** @throws ClientRefusal when another browser comes back. */
function checkBrowser(request: SandboxRequest, step: 'login' | 'consent', flow: Flow): void {
  if (cookiesOf(request).get(csrfName(step, flow.clientId)) === flow.csrf) return;
  throw new ClientRefusal(
    'request_forbidden',
    'This browser did not begin the flow: its cookie is missing.',
    flow,
  );
}
