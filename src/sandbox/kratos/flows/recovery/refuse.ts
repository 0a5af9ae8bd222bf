import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import { KratosError } from '../../http/errors.ts';
import { addMessage, resetMessages } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { readUrlOf, uiOf } from '../begin.ts';
import { forward } from '../forward.ts';
import { MethodProblem } from '../method-problem.ts';
import { ExpiredProblem, showProblem } from '../problems.ts';
import { minutesSince } from '../refuse.ts';
import { newRecovery } from './begin.ts';
import type { RecoveryWork } from './method.ts';
import { presentRecovery } from './present.ts';

/** Answers a submission of a recovery that went wrong. */
export function refuseRecovery(work: RecoveryWork, problem: unknown): SandboxAnswer {
  const { ex, flow } = work;
  const cause = problem instanceof MethodProblem ? problem.inner : problem;
  if (cause instanceof ExpiredProblem) return replace(work, cause);
  resetMessages(flow.form);
  if (!showProblem(flow.form, cause)) return forward(ex, flow, cause);
  // After a submission that fits no method, none is active any more: nothing will fit from then on.
  flow.active = problem instanceof MethodProblem ? problem.method : 'default';
  ex.kratos.flows.save(flow);
  if (flow.type === 'browser' && !ex.isData) return ex.redirect(303, uiOf(ex, 'recovery', flow.id));
  return json(cause instanceof KratosError ? cause.status : 400, presentRecovery(flow));
}

function replace({ ex, flow }: RecoveryWork, { expiredAt }: ExpiredProblem): SandboxAnswer {
  const { recoveryUse } = ex.kratos.settings.selfService;
  const use = flow.active === 'code' || flow.active === 'link' ? flow.active : recoveryUse;
  const fresh = newRecovery(ex, flow.type === 'api' && use === 'link' ? 'browser' : flow.type, use);
  fresh.request_url = flow.request_url;
  addMessage(fresh.form, say('recoveryExpired', ...minutesSince(ex, expiredAt)));
  ex.kratos.flows.save(fresh);
  const isPage = fresh.type === 'browser' && !ex.isData;
  return ex.redirect(303, isPage ? uiOf(ex, 'recovery', fresh.id) : readUrlOf(ex, 'recovery', fresh.id));
}
