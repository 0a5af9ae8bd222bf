import type { Router } from '../../http/router.ts';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { parametersOf } from '../http/body.ts';
import { withQuery } from '../http/paths.ts';
import { ClientRefusal, PageRefusal, refusalAnswer } from './authorize-errors.ts';
import { readAuthorization } from './authorize-request.ts';
import { csrfCookie, csrfName, rememberedLogin } from './cookies.ts';
import { afterConsent, afterLogin } from './steps.ts';
import { openFlow, sealFlow, type Flow } from './flow.ts';
import { hintClaims } from './id-token-hint.ts';
import type { Login } from './login-store.ts';
import { subjectFor } from './pairwise.ts';

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
export async function toLogin(
  context: HydraContext,
  request: SandboxRequest,
  fresh: Flow,
): Promise<SandboxAnswer> {
  const { prompt } = fresh;
  const query = new URLSearchParams(fresh.query);
  const hint = query.get('id_token_hint') ?? '';
  const claims = hint === '' ? undefined : await hintClaims(context, hint);
  const usable = usableLogin(context, request, fresh);
  if (prompt.includes('none') && usable === undefined)
    throw new ClientRefusal('login_required', 'There is no login that could be used without asking.', fresh);
  if (hint !== '' && claims === undefined)
    throw new ClientRefusal('invalid_request', 'The id_token_hint is not an ID token of this server.', fresh);
  if (
    claims &&
    usable &&
    ![usable.subject, subjectOf(context, fresh, usable.subject)].includes(claims.sub ?? '')
  )
    throw new ClientRefusal(
      'login_required',
      'Another user is logged in than the id_token_hint names.',
      fresh,
    );
  const flow: Flow = {
    ...fresh,
    oidcContext: claims ? { ...fresh.oidcContext, id_token_hint_claims: claims } : fresh.oidcContext,
    ...(usable && {
      skip: true,
      subject: usable.subject,
      sessionId: usable.id,
      authenticatedAt: usable.authenticatedAt,
    }),
  };
  const { login, registration } = context.config.urls;
  const schema = query.get('identity_schema') ?? '';
  const location = withQuery(prompt.includes('registration') ? registration : login, {
    login_challenge: sealFlow(context, 'login', flow),
    ...(schema === '' ? {} : { identity_schema: schema }),
  });
  const answer = redirect(302, location, request.method);
  const cookie = csrfCookie(context, csrfName('login', flow.clientId), flow.csrf);
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
}

/** The login that the browser remembers, where the request does not ask for another one. */
function usableLogin(context: HydraContext, request: SandboxRequest, fresh: Flow): Login | undefined {
  if (['login', 'select_account'].some((one) => fresh.prompt.includes(one))) return undefined;
  const login = rememberedLogin(context, request);
  const wanted = new URLSearchParams(fresh.query).get('max_age') ?? '';
  if (login === undefined || wanted === '') return login;
  if (!/^[+-]?\d+$/.test(wanted)) throw new ClientRefusal('error', 'The max_age is no number.', fresh);
  const tooOld = Number(wanted) >= 0 && login.authenticatedAt + Number(wanted) < context.stamps.seconds();
  return tooOld ? undefined : login;
}

const subjectOf = ({ config }: HydraContext, { client }: Flow, subject: string): string =>
  subjectFor(config, { data: client }, subject);

function known(flow: Flow | undefined, fresh: Flow): Flow {
  if (flow?.clientId === fresh.clientId) return flow;
  throw new ClientRefusal(
    'access_denied',
    'The verifier is not known, was used before, or came too late.',
    fresh,
  );
}
