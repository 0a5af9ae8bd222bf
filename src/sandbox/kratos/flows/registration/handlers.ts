import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import type { Exchange } from '../../http/exchange.ts';
import { findLogin } from '../../sessions/find.ts';
import type { Session } from '../../sessions/model.ts';
import { uiOf } from '../begin.ts';
import { acceptLogin, askedLogin, askForReturn, requestOf, type AskedLogin } from '../challenge.ts';
import { readFlow, requireUnexpired, submittedFlow } from '../find.ts';
import { forward } from '../forward.ts';
import { requireSameBrowser } from '../guard.ts';
import type { Flow } from '../model.ts';
import { alreadyLoggedIn, complain, flowDisabled } from '../problems.ts';
import { refuse, requireInTime } from '../refuse.ts';
import { returnTo } from '../return-to.ts';
import { newRegistration } from './begin.ts';
import { completeRegistration } from './complete.ts';
import { validateUnclaimed } from './unclaimed.ts';
import type { RegistrationWork } from './method.ts';
import { REGISTRATION_METHODS, usableMethods } from './methods.ts';
import { presentRegistration, sortRegistration } from './present.ts';

/** GET /self-service/registration/api */
export function createNativeRegistrationFlow(ex: Exchange): SandboxAnswer {
  if (findLogin(ex)) throw alreadyLoggedIn();
  const { flow, extras } = newRegistration(ex, 'api');
  return json(200, presentRegistration(flow, extras));
}

/** GET /self-service/registration/browser: JSON to scripts, a redirect to the registration page to browsers. */
export function createBrowserRegistrationFlow(ex: Exchange): SandboxAnswer {
  try {
    const asked = askedLogin(ex);
    const session = findLogin(ex)?.session;
    if (asked && session) return forLoggedIn(ex, asked, session);
    const { flow, extras } = newRegistration(ex, 'browser');
    if (!session) {
      return ex.takesJson
        ? json(200, presentRegistration(flow, extras))
        : ex.redirect(303, uiOf(ex, 'registration', flow.id));
    }
    if (ex.isData) throw alreadyLoggedIn();
    return ex.redirect(303, returnTo(ex, ex.url, ex.kratos.settings.selfService.defaultReturn));
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
}

/** Whoever is logged in need not sign up for a client: they are recognised at the login, if they have to be. */
function forLoggedIn(ex: Exchange, asked: AskedLogin, session: Session): SandboxAnswer {
  if (!asked.skip) {
    askForReturn(ex, asked);
    const login = `${ex.kratos.settings.publicUrl()}/self-service/login/browser`;
    return ex.redirect(302, `${login}?${ex.query.toString()}`);
  }
  const onward = acceptLogin(ex, asked.challenge, session);
  return ex.takesJson ? json(200, null) : ex.redirect(303, onward);
}

/** GET /self-service/registration/flows?id= */
export function getRegistrationFlow(ex: Exchange): SandboxAnswer {
  if (!ex.kratos.settings.selfService.flows.registration.enabled) {
    return forward(ex, undefined, flowDisabled('registration'));
  }
  const flow = readFlow(ex, 'registration');
  requireSameBrowser(ex, flow);
  requireUnexpired(ex, flow, true);
  return json(200, presentRegistration(flow, requestOf(ex, flow)));
}

/** POST /self-service/registration?flow=, and GET for links. */
export function updateRegistrationFlow(ex: Exchange): SandboxAnswer {
  if (findLogin(ex)) {
    if (ex.isData) throw alreadyLoggedIn();
    return ex.redirect(302, backTo(ex));
  }
  let flow: Flow;
  try {
    flow = submittedFlow(ex, 'registration');
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
  try {
    requireInTime(ex, flow);
    return submit({ ex, flow, extras: {}, methods: usableMethods(ex, flow) });
  } catch (cause) {
    return refuse(ex, flow, cause, {
      expired: 'registrationExpired',
      resets: true,
      pageStatus: 302,
      beginAgain(old) {
        const { flow: fresh } = newRegistration(ex, old.type);
        fresh.request_url = old.request_url;
        fresh.identity_schema = old.identity_schema;
        return fresh;
      },
      sort: (refused) => {
        sortRegistration(ex, refused);
      },
      present: (refused) => presentRegistration(refused, requestOf(ex, refused)),
    });
  }
}

function submit(work: RegistrationWork): SandboxAnswer {
  for (const method of REGISTRATION_METHODS) {
    const outcome = method.submit(work);
    if (!outcome) continue;
    return 'answer' in outcome ? outcome.answer : completeRegistration(work, outcome);
  }
  validateUnclaimed(work);
  throw complain('noRegistrationMethod');
}

/** Where somebody who is logged in already is sent; an address that is not allowed counts as none. */
function backTo(ex: Exchange): string {
  const { defaultReturn } = ex.kratos.settings.selfService;
  try {
    return returnTo(ex, ex.url, defaultReturn);
  } catch {
    return defaultReturn;
  }
}
