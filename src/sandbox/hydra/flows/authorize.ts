import type { Router } from '../../http/router.ts';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { ClientRefusal, PageRefusal, refusalAnswer } from './authorize-errors.ts';
import { readAuthorization } from './authorize-request.ts';
import { csrfCookie, rememberedLogin } from './cookies.ts';
import { afterConsent, afterLogin } from './steps.ts';
import { openFlow, sealFlow, withQuery, type Flow } from './flow.ts';

/** oAuth2Authorize: begins a flow, and takes it on when the browser comes back from login and consent. */
export function authorizeRoutes(router: Router, context: HydraContext): void {
  const answer = async (request: SandboxRequest): Promise<SandboxAnswer> => {
    try {
      return await authorize(context, request);
    } catch (error) {
      if (error instanceof PageRefusal || error instanceof ClientRefusal)
        return refusalAnswer(context, error, request.method);
      throw error;
    }
  };
  router.on('GET', '/oauth2/auth', answer).on('POST', '/oauth2/auth', answer);
}

async function authorize(context: HydraContext, request: SandboxRequest): Promise<SandboxAnswer> {
  const parameters = parametersOf(request);
  const fresh = readAuthorization(context, parameters, `${request.path}?${request.search}`);
  const consent = parameters.get('consent_verifier');
  if (consent !== null)
    return afterConsent(context, request, known(openFlow(context, 'consent_verifier', consent), fresh));
  const login = parameters.get('login_verifier');
  if (login !== null)
    return afterLogin(context, request, known(openFlow(context, 'login_verifier', login), fresh));
  return toLogin(context, request, fresh);
}

/** Sends the browser to the login app, which need not ask a user whom the browser remembers. */
export function toLogin(context: HydraContext, request: SandboxRequest, fresh: Flow): SandboxAnswer {
  const { prompt } = fresh;
  const login = rememberedLogin(context, request);
  const maxAge = /^\d+$/.exec(new URLSearchParams(fresh.query).get('max_age') ?? '')?.[0];
  const tooOld =
    maxAge !== undefined &&
    login !== undefined &&
    login.authenticatedAt + Number(maxAge) < context.stamps.seconds();
  const usable = login?.remember === true && !prompt.includes('login') && !tooOld ? login : undefined;
  if (prompt.includes('none') && usable === undefined)
    throw new ClientRefusal(
      'login_required',
      'No login is remembered that could be used without asking.',
      fresh,
    );
  const flow: Flow =
    usable === undefined
      ? fresh
      : {
          ...fresh,
          skip: true,
          subject: usable.subject,
          sessionId: usable.id,
          authenticatedAt: usable.authenticatedAt,
        };
  const location = withQuery(context.config.urls.login, {
    login_challenge: sealFlow(context, 'login', flow),
  });
  const answer = redirect(302, location, request.method);
  return {
    ...answer,
    headers: { ...answer.headers, 'set-cookie': csrfCookie(context, 'login', flow.clientId, flow.csrf) },
  };
}

function known(flow: Flow | undefined, fresh: Flow): Flow {
  if (flow?.clientId === fresh.clientId) return flow;
  throw new ClientRefusal(
    'access_denied',
    'The verifier is not known, was used before, or came too late.',
    fresh,
  );
}

function parametersOf({ method, query, body }: SandboxRequest): URLSearchParams {
  return method === 'POST'
    ? new URLSearchParams([...query, ...new URLSearchParams(body.toString('utf8'))])
    : query;
}
