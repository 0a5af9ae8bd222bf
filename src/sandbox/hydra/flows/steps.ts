import { randomBytes } from 'node:crypto';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { ClientRefusal } from './authorize-errors.ts';
import type { Consent } from './consent-store.ts';
import { cookiesOf, csrfCookie, csrfName, sessionCookie } from './cookies.ts';
import { finish } from './finish.ts';
import { sealFlow, withQuery, type Flow } from './flow.ts';
import type { Login } from './login-store.ts';

/** The login app has decided: remember the user and go on to consent. */
export function afterLogin(context: HydraContext, request: SandboxRequest, flow: Flow): SandboxAnswer {
  checkStep(request, 'login', flow);
  const { login: accepted } = flow;
  if (accepted === undefined) throw new ClientRefusal('access_denied', 'The login was not decided.', flow);
  const now = context.stamps.seconds();
  const login: Login = {
    id: flow.sessionId,
    subject: accepted.subject,
    authenticatedAt: accepted.authenticatedAt,
    remember: accepted.remember,
    expiresAt: accepted.remember && accepted.rememberFor > 0 ? now + accepted.rememberFor : null,
  };
  if (!flow.skip) context.state.logins.put(login);
  const earlier = earlierConsent(context, flow, accepted.subject, now);
  if (flow.prompt.includes('none') && earlier === undefined)
    throw new ClientRefusal(
      'consent_required',
      'No consent is remembered that could be used without asking.',
      flow,
    );
  const csrf = randomBytes(16).toString('hex');
  const consentSkip =
    earlier !== undefined || context.state.clients.get(flow.clientId)?.data.skip_consent === true;
  const next: Flow = { ...flow, csrf, consentId: randomBytes(16).toString('hex'), consentSkip };
  const location = withQuery(context.config.urls.consent, {
    consent_challenge: sealFlow(context, 'consent', next),
  });
  const answer = redirect(302, location, request.method);
  const cookies = [
    ...(flow.skip ? [] : [sessionCookie(context, login)]),
    csrfCookie(context, 'consent', flow.clientId, csrf),
  ];
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookies } };
}

/** The consent app has decided: keep what was granted and bring the client what it asked for. */
export async function afterConsent(
  context: HydraContext,
  request: SandboxRequest,
  flow: Flow,
): Promise<SandboxAnswer> {
  checkStep(request, 'consent', flow);
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
  return finish(context, request, flow, consent, login);
}

/** The consent that makes asking again needless: remembered, still valid, and wide enough. */
function earlierConsent(
  { state }: HydraContext,
  flow: Flow,
  subject: string,
  now: number,
): Consent | undefined {
  if (flow.prompt.includes('consent')) return undefined;
  return state.consents.filter(
    (one) =>
      one.clientId === flow.clientId &&
      one.subject === subject &&
      one.remember &&
      (one.rememberFor === 0 || Date.parse(one.handledAt) / 1000 + one.rememberFor > now) &&
      flow.scope.every((scope) => one.grantedScope.includes(scope)) &&
      flow.audience.every((audience) => one.grantedAudience.includes(audience)),
  )[0];
}

/** @throws ClientRefusal when another browser comes back, or the app has refused. */
function checkStep(request: SandboxRequest, step: 'login' | 'consent', flow: Flow): void {
  if (cookiesOf(request).get(csrfName(step, flow.clientId)) !== flow.csrf)
    throw new ClientRefusal(
      'request_forbidden',
      'This browser did not begin the flow: its cookie is missing.',
      flow,
    );
  if (flow.refusal !== undefined) throw new ClientRefusal(flow.refusal.error, flow.refusal.description, flow);
}
