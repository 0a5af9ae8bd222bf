import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import { KratosError } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { findLogin } from '../../sessions/find.ts';
import { uiOf } from '../begin.ts';
import {
  acceptLogin,
  askedLogin,
  askForReturn,
  presentRequest,
  requestOf,
  type AskedLogin,
} from '../challenge.ts';
import { readFlow, requireUnexpired, submittedFlow } from '../find.ts';
import { forward } from '../forward.ts';
import { requireSameBrowser } from '../guard.ts';
import type { Flow } from '../model.ts';
import { alreadyLoggedIn, complain } from '../problems.ts';
import { requireInTime } from '../refuse.ts';
import { returnTo } from '../return-to.ts';
import { readSubmitted } from '../values.ts';
import { newLogin, sessionNeeded } from './begin.ts';
import { completeLogin } from './complete.ts';
import type { LoginWork } from './method.ts';
import { LOGIN_METHODS } from './methods.ts';
import { presentLogin } from './present.ts';
import { refuseLogin } from './refuse.ts';

/** GET /self-service/login/api */
export function createNativeLoginFlow(ex: Exchange): SandboxAnswer {
  const { flow, extras } = newLogin(ex, 'api');
  return json(200, presentLogin(flow, extras));
}

/** GET /self-service/login/browser: JSON to scripts, a redirect to the login page to browsers. */
export function createBrowserLoginFlow(ex: Exchange): SandboxAnswer {
  let asked: AskedLogin | undefined;
  try {
    asked = askedLogin(ex);
    if (asked) {
      // An OAuth 2.0 server that remembers nobody wants a session to be confirmed.
      if (!asked.skip) ex.ask('refresh', 'true');
      askForReturn(ex, asked);
    }
    const { flow, extras } = newLogin(ex, 'browser');
    if (!ex.takesJson) return ex.redirect(303, uiOf(ex, 'login', flow.id));
    const shown = asked ? { ...extras, login_request: presentRequest(asked.request) } : extras;
    return json(200, presentLogin(flow, shown));
  } catch (cause) {
    if (!(cause instanceof KratosError) || cause.fields.id !== 'session_already_available' || ex.takesJson) {
      return forward(ex, undefined, cause);
    }
    const session = findLogin(ex)?.session;
    if (asked && session) return ex.redirect(303, acceptLogin(ex, asked.challenge, session));
    return ex.redirect(303, returnTo(ex, ex.url, ex.kratos.settings.selfService.defaultReturn));
  }
}

/** GET /self-service/login/flows?id= */
export function getLoginFlow(ex: Exchange): SandboxAnswer {
  const flow = readFlow(ex, 'login');
  requireSameBrowser(ex, flow);
  requireUnexpired(ex, flow, true);
  return json(200, presentLogin(flow, requestOf(ex, flow)));
}

/** POST /self-service/login?flow=, and GET for links. */
export function updateLoginFlow(ex: Exchange): SandboxAnswer {
  let flow: Flow;
  try {
    flow = submittedFlow(ex, 'login');
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
  const login = findLogin(ex);
  if (
    login &&
    flow.refresh !== true &&
    !(String(flow.requested_aal) > login.session.authenticator_assurance_level)
  ) {
    if (flow.type === 'browser' && !ex.isData) {
      return ex.redirect(303, ex.kratos.settings.selfService.defaultReturn);
    }
    return refuseLogin(ex, flow, alreadyLoggedIn());
  }
  try {
    if (!login && flow.requested_aal === 'aal2') throw sessionNeeded();
    requireInTime(ex, flow);
    return submit({ ex, flow, login, extras: {} });
  } catch (cause) {
    return refuseLogin(ex, flow, cause);
  }
}

function submit(work: LoginWork): SandboxAnswer {
  for (const method of LOGIN_METHODS) {
    const outcome = method.submit(work);
    if (!outcome) continue;
    return 'answer' in outcome ? outcome.answer : completeLogin(work, outcome.identity, outcome.completed);
  }
  // The last methods of the server take no links.
  readSubmitted(work.ex);
  throw complain('noLoginMethod');
}
