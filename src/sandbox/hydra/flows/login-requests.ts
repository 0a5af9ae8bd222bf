import type { Router } from '../../http/router.ts';
import type { SandboxRequest } from '../../http/service.ts';
import { showStored } from '../clients/show.ts';
import type { LoginRequests } from '../../login-requests.ts';
import type { HydraContext } from '../context.ts';
import { ok } from '../http/answers.ts';
import { invalidRequest } from '../http/errors.ts';
import { encodeQuery } from '../http/paths.ts';
import { challenged, challengeOf, readDecision, readRefusal } from './challenges.ts';
import { openFlow, returnUrl, type AcceptedLogin, type Flow } from './flow.ts';

const PATH = '/admin/oauth2/auth/requests/login';

/** What the login app does: read a request, accept it for a subject, or refuse it. */
export function loginRequestRoutes(router: Router, context: HydraContext): void {
  router
    .on('GET', PATH, ({ query }) =>
      ok(show(context, challenged(context, 'login', query), challengeOf('login', query))),
    )
    .on('PUT', `${PATH}/accept`, (request) => ok({ redirect_to: accept(context, request) }))
    .on('PUT', `${PATH}/reject`, (request) => {
      challengeOf('login', request.query);
      const refusal = readRefusal(request, 'login request denied', invalidRequest);
      const flow = challenged(context, 'login', request.query);
      return ok({ redirect_to: returnUrl(context, 'login_verifier', { ...flow, refusal }) });
    });
}

function show({ config }: HydraContext, flow: Flow, challenge: string): Record<string, unknown> {
  return {
    challenge,
    requested_scope: flow.scope,
    requested_access_token_audience: flow.audience,
    skip: flow.skip,
    subject: flow.subject,
    oidc_context: flow.oidcContext,
    client: showStored(flow.client),
    request_url: `${config.issuer()}${flow.requestUrl}`,
    session_id: flow.sessionId,
  };
}

const ACCEPT = {
  subject: 'string',
  remember: 'bool',
  remember_for: 'integer',
  extend_session_lifespan: 'bool',
  acr: 'string',
  amr: 'texts',
  force_subject_identifier: 'string',
  identity_provider_session_id: 'string',
} as const;

function accept(context: HydraContext, request: SandboxRequest): string {
  challengeOf('login', request.query);
  const body = readDecision(request, ACCEPT, invalidRequest);
  const { subject, remember_for: rememberFor, acr, amr, force_subject_identifier: forced } = body;
  if (typeof subject !== 'string' || subject === '') throw invalidRequest('Field subject must not be empty.');
  return acceptFor(context, challenged(context, 'login', request.query), {
    subject,
    remember: body.remember === true,
    rememberFor: typeof rememberFor === 'number' ? rememberFor : 0,
    extend: body.extend_session_lifespan === true,
    acr: typeof acr === 'string' ? acr : '',
    amr: Array.isArray(amr) ? amr.map((one) => String(one ?? '')) : [],
    context: body.context ?? null,
    forcedSubject: typeof forced === 'string' ? forced : '',
  });
}

/** Where the browser goes on once a user is accepted. */
function acceptFor(
  context: HydraContext,
  flow: Flow,
  accepted: Omit<AcceptedLogin, 'authenticatedAt'>,
): string {
  if (flow.skip && accepted.subject !== flow.subject) {
    // Somebody else is at the browser: the flow begins anew, and this time it asks.
    const query = new URLSearchParams(flow.query);
    query.set('prompt', 'login');
    return `${context.config.issuer()}${flow.path}?${encodeQuery(query)}`;
  }
  const login = {
    ...accepted,
    remember: flow.skip || accepted.remember,
    authenticatedAt: flow.skip ? flow.authenticatedAt : context.stamps.seconds(),
  };
  return returnUrl(context, 'login_verifier', { ...flow, login });
}

/** The same for an app within this process. */
export const loginRequests = (context: HydraContext): LoginRequests => ({
  read(challenge) {
    const flow = openFlow(context, 'login', challenge);
    return flow && show(context, flow, challenge);
  },
  accept(challenge, user) {
    const flow = openFlow(context, 'login', challenge);
    const silent = { extend: false, acr: '', context: null, forcedSubject: '' };
    return flow && acceptFor(context, flow, { ...user, ...silent });
  },
});
