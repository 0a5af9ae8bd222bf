import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import { badRequest } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { codeVerification } from '../../methods/code/verification.ts';
import { linkVerification } from '../../methods/link/verification.ts';
import { uiOf } from '../begin.ts';
import { readFlow, requireUnexpired, submittedFlow } from '../find.ts';
import { forward } from '../forward.ts';
import { requireSameBrowser } from '../guard.ts';
import { ofMethod } from '../method-problem.ts';
import type { Flow } from '../model.ts';
import { presentFlow } from '../present.ts';
import { complain } from '../problems.ts';
import { requireInTime } from '../refuse.ts';
import { newVerification } from './begin.ts';
import type { VerificationMethod, VerificationWork } from './method.ts';
import { refuseVerification } from './refuse.ts';

/** All ways to verify an address, in the order in which they are asked. */
const METHODS: readonly VerificationMethod[] = [codeVerification, linkVerification];

/** GET /self-service/verification/api */
export function createNativeVerificationFlow(ex: Exchange): SandboxAnswer {
  const off = whenOff(ex);
  if (off) return off;
  return json(200, presentFlow(newVerification(ex, 'api', ex.kratos.settings.selfService.verificationUse)));
}

/** GET /self-service/verification/browser: JSON to scripts, a redirect to the verification page to browsers. */
export function createBrowserVerificationFlow(ex: Exchange): SandboxAnswer {
  const off = whenOff(ex);
  if (off) return off;
  try {
    const flow = newVerification(ex, 'browser', ex.kratos.settings.selfService.verificationUse);
    return ex.takesJson ? json(200, presentFlow(flow)) : ex.redirect(303, uiOf(ex, 'verification', flow.id));
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
}

/** GET /self-service/verification/flows?id= */
export function getVerificationFlow(ex: Exchange): SandboxAnswer {
  const off = whenOff(ex);
  if (off) return off;
  const flow = readFlow(ex, 'verification');
  requireSameBrowser(ex, flow);
  requireUnexpired(ex, flow, false);
  return json(200, presentFlow(flow));
}

/** POST /self-service/verification?flow=, and GET for the link of a mail. */
export function updateVerificationFlow(ex: Exchange): SandboxAnswer {
  let flow: Flow;
  try {
    flow = submittedFlow(ex, 'verification');
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
  const work: VerificationWork = { ex, flow, extras: {} };
  try {
    requireInTime(ex, flow);
    return submit(work);
  } catch (cause) {
    return refuseVerification(work, cause);
  }
}

function submit(work: VerificationWork): SandboxAnswer {
  const { ex, flow } = work;
  for (const method of METHODS) {
    if ((flow.active ?? method.id) !== method.id) continue;
    const outcome = ofMethod(method.id, () => method.submit(work));
    if (!outcome) continue;
    if ('answer' in outcome) return outcome.answer;
    return ex.isPage
      ? ex.redirect(303, uiOf(ex, 'verification', flow.id))
      : json(200, presentFlow(ex.kratos.flows.get('verification', flow.id) ?? flow));
  }
  throw complain('noVerificationMethod');
}

function whenOff(ex: Exchange): SandboxAnswer | undefined {
  if (ex.kratos.settings.selfService.flows.verification.enabled) return undefined;
  return forward(ex, undefined, badRequest('Verification is switched off in the configuration.'));
}
