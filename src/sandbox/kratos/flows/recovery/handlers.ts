import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import { badRequest } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { codeRecovery } from '../../methods/code/recovery.ts';
import { linkRecovery } from '../../methods/link/recovery.ts';
import { findLogin } from '../../sessions/find.ts';
import { uiOf } from '../begin.ts';
import { readFlow, requireUnexpired, submittedFlow } from '../find.ts';
import { forward } from '../forward.ts';
import { requireSameBrowser } from '../guard.ts';
import { ofMethod } from '../method-problem.ts';
import type { Flow } from '../model.ts';
import { complain } from '../problems.ts';
import { requireInTime } from '../refuse.ts';
import { newRecovery } from './begin.ts';
import { recoveryNotNeeded, refuseLoggedIn } from './logged-in.ts';
import type { RecoveryMethod, RecoveryWork } from './method.ts';
import { presentRecovery } from './present.ts';
import { refuseRecovery } from './refuse.ts';

/** All ways to recover an account, in the order in which they are asked. */
const METHODS: readonly RecoveryMethod[] = [codeRecovery, linkRecovery];

/** GET /self-service/recovery/api */
export function createNativeRecoveryFlow(ex: Exchange): SandboxAnswer {
  if (findLogin(ex)) throw recoveryNotNeeded();
  const off = whenOff(ex);
  if (off) return off;
  return json(200, presentRecovery(newRecovery(ex, 'api', ex.kratos.settings.selfService.recoveryUse)));
}

/** GET /self-service/recovery/browser: JSON to scripts, a redirect to the recovery page to browsers. */
export function createBrowserRecoveryFlow(ex: Exchange): SandboxAnswer {
  if (findLogin(ex)) return refuseLoggedIn(ex);
  const off = whenOff(ex);
  if (off) return off;
  try {
    const flow = newRecovery(ex, 'browser', ex.kratos.settings.selfService.recoveryUse);
    return ex.takesJson ? json(200, presentRecovery(flow)) : ex.redirect(303, uiOf(ex, 'recovery', flow.id));
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
}

/** GET /self-service/recovery/flows?id= */
export function getRecoveryFlow(ex: Exchange): SandboxAnswer {
  const off = whenOff(ex);
  if (off) return off;
  const flow = readFlow(ex, 'recovery');
  if (flow.by_admin !== true) requireSameBrowser(ex, flow);
  requireUnexpired(
    ex,
    flow,
    flow.type === 'api',
    flow.type === 'api' ? 'self-service flow expired' : undefined,
  );
  return json(200, presentRecovery(flow));
}

/** POST /self-service/recovery?flow=, and GET for the link of a mail. */
export function updateRecoveryFlow(ex: Exchange): SandboxAnswer {
  let flow: Flow;
  try {
    flow = submittedFlow(ex, 'recovery');
  } catch (cause) {
    return forward(ex, undefined, cause);
  }
  const work: RecoveryWork = { ex, flow, extras: {} };
  try {
    requireInTime(ex, flow);
    return submit(work);
  } catch (cause) {
    return refuseRecovery(work, cause);
  }
}

function submit(work: RecoveryWork): SandboxAnswer {
  const { ex, extras } = work;
  for (const method of METHODS) {
    const outcome = ofMethod(method.id, () => method.submit(work));
    if (!outcome) continue;
    if ('answer' in outcome) return outcome.answer;
    const { flow } = outcome;
    if (flow.type === 'browser' && !ex.isData) return ex.redirect(303, uiOf(ex, 'recovery', flow.id));
    return json(200, presentRecovery(flow, extras));
  }
  throw complain('noRecoveryMethod');
}

function whenOff(ex: Exchange): SandboxAnswer | undefined {
  if (ex.kratos.settings.selfService.flows.recovery.enabled) return undefined;
  return forward(ex, undefined, badRequest('Recovery is switched off in the configuration.'));
}
