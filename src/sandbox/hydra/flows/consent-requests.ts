import type { Router } from '../../http/router.ts';
import type { SandboxRequest } from '../../http/service.ts';
import { objectOr } from '../../json/values.ts';
import { showStored } from '../clients/show.ts';
import type { HydraContext } from '../context.ts';
import { ok } from '../http/answers.ts';
import { misshapen } from '../http/body.ts';
import { unrecognizable } from '../http/errors.ts';
import { challenged, challengeOf, readDecision, readRefusal } from './challenges.ts';
import { returnUrl, type AcceptedConsent, type Flow } from './flow.ts';

const PATH = '/admin/oauth2/auth/requests/consent';

/** What the consent app does: read a request, grant what the user allows, or refuse. */
export function consentRequestRoutes(router: Router, context: HydraContext): void {
  router
    .on('GET', PATH, ({ query }) => {
      return ok(show(context, challenged(context, 'consent', query), challengeOf('consent', query)));
    })
    .on('PUT', `${PATH}/accept`, (request) => {
      challengeOf('consent', request.query);
      const consent = readGrant(context, request);
      const flow = challenged(context, 'consent', request.query);
      return ok({ redirect_to: returnUrl(context, 'consent_verifier', { ...flow, consent }) });
    })
    .on('PUT', `${PATH}/reject`, (request) => {
      challengeOf('consent', request.query);
      const refusal = readRefusal(request, 'consent request denied', unreadable);
      const flow = challenged(context, 'consent', request.query);
      return ok({ redirect_to: returnUrl(context, 'consent_verifier', { ...flow, refusal }) });
    });
}

function show({ config }: HydraContext, flow: Flow, challenge: string): Record<string, unknown> {
  return {
    challenge,
    consent_request_id: flow.consentId,
    requested_scope: flow.scope,
    requested_access_token_audience: flow.audience,
    skip: flow.consentSkip === true,
    subject: flow.login?.subject ?? '',
    oidc_context: flow.oidcContext,
    client: showStored(flow.client),
    request_url: `${config.issuer()}${flow.requestUrl}`,
    login_challenge: flow.id,
    login_session_id: flow.sessionId,
    acr: flow.login?.acr ?? '',
    amr: flow.login?.amr ?? [],
    context: flow.login?.context ?? null,
  };
}

/** This endpoint has no name for a body that it cannot read. */
const unreadable = () => unrecognizable(400);

const GRANT = {
  grant_scope: 'texts',
  grant_access_token_audience: 'texts',
  session: 'object',
  remember: 'bool',
  remember_for: 'integer',
} as const;

/** Scopes and audiences are taken as they come, asked for or not. */
function readGrant({ stamps }: HydraContext, request: SandboxRequest): AcceptedConsent {
  const body = readDecision(request, GRANT, unreadable);
  const wrong = misshapen(objectOr(body.session), { access_token: 'object', id_token: 'object' });
  if (wrong !== undefined) throw unreadable();
  const list = (value: unknown) => (Array.isArray(value) ? value.map((one) => String(one ?? '')) : []);
  const session = objectOr(body.session);
  return {
    grantedScope: list(body.grant_scope),
    grantedAudience: list(body.grant_access_token_audience),
    session: { access_token: objectOr(session.access_token), id_token: objectOr(session.id_token) },
    remember: body.remember === true,
    rememberFor: typeof body.remember_for === 'number' ? body.remember_for : 0,
    handledAt: stamps.precise(),
  };
}
