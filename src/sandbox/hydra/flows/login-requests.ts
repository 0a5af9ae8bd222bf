import type { Router } from '../../http/router.ts';
import type { SandboxRequest } from '../../http/service.ts';
import { readFirstJson } from '../../json/read.ts';
import { isObject } from '../../json/values.ts';
import { showStored } from '../clients/show.ts';
import type { HydraContext } from '../context.ts';
import { ok } from '../http/answers.ts';
import { invalidRequest } from '../http/errors.ts';
import { encodeQuery } from '../http/paths.ts';
import { challenged, readRefusal } from './challenges.ts';
import { returnUrl, type Flow } from './flow.ts';

const PATH = '/admin/oauth2/auth/requests/login';

/** What the login app does: read a request, accept it for a subject, or refuse it. */
export function loginRequestRoutes(router: Router, context: HydraContext): void {
  router
    .on('GET', PATH, ({ query }) =>
      ok(show(context, challenged(context, 'login', query), challengeOf(query))),
    )
    .on('PUT', `${PATH}/accept`, (request) => ok({ redirect_to: accept(context, request) }))
    .on('PUT', `${PATH}/reject`, (request) => {
      const flow = challenged(context, 'login', request.query);
      const refusal = readRefusal(request, 'login request denied');
      return ok({ redirect_to: returnUrl(context, 'login_verifier', { ...flow, refusal }) });
    });
}

const challengeOf = (query: URLSearchParams): string =>
  query.get('login_challenge') ?? query.get('challenge') ?? '';

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

function accept(context: HydraContext, request: SandboxRequest): string {
  const flow = challenged(context, 'login', request.query);
  const body = readBody(request);
  const { subject, remember, remember_for: rememberFor, acr, amr } = body;
  if (typeof subject !== 'string' || subject === '') throw invalidRequest('Field subject must not be empty.');
  if (flow.skip && subject !== flow.subject) {
    // Somebody else is at the browser: the flow begins anew, and this time it asks.
    const query = new URLSearchParams(flow.query);
    query.set('prompt', 'login');
    return `${context.config.issuer()}${flow.path}?${encodeQuery(query)}`;
  }
  const login = {
    subject,
    remember: remember === true,
    rememberFor: typeof rememberFor === 'number' ? rememberFor : 0,
    acr: typeof acr === 'string' ? acr : '',
    amr: Array.isArray(amr) ? amr.map(String) : [],
    context: body.context ?? null,
    authenticatedAt: flow.skip ? flow.authenticatedAt : context.stamps.seconds(),
  };
  return returnUrl(context, 'login_verifier', { ...flow, login });
}

function readBody({ body }: SandboxRequest): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    const value = readFirstJson(body.toString('utf8'));
    return isObject(value) ? value : {};
  } catch (error) {
    throw invalidRequest(`The body could not be decoded: ${(error as Error).message}.`);
  }
}
