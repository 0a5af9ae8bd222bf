import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import { KratosError } from '../../http/errors.ts';
import { addMessage } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { readUrlOf, uiOf } from '../begin.ts';
import { forward } from '../forward.ts';
import { MethodProblem } from '../method-problem.ts';
import { presentFlow } from '../present.ts';
import { ExpiredProblem, showProblem } from '../problems.ts';
import { minutesSince } from '../refuse.ts';
import { newVerification } from './begin.ts';
import type { VerificationWork } from './method.ts';

/** Answers a submission of a verification that went wrong; messages of earlier ones stay. */
export function refuseVerification(work: VerificationWork, problem: unknown): SandboxAnswer {
  const { ex, flow } = work;
  const cause = problem instanceof MethodProblem ? problem.inner : problem;
  if (cause instanceof ExpiredProblem) return replace(work, cause);
  if (!showProblem(flow.form, cause)) return forward(ex, flow, cause);
  flow.active = problem instanceof MethodProblem ? problem.method : 'default';
  ex.kratos.flows.save(flow);
  if (flow.type === 'browser' && !ex.isData) return ex.redirect(303, uiOf(ex, 'verification', flow.id));
  return json(cause instanceof KratosError ? cause.status : 400, presentFlow(flow));
}

/** An app's flow goes on as a browser's. */
function replace({ ex, flow }: VerificationWork, { expiredAt }: ExpiredProblem): SandboxAnswer {
  const { verificationUse } = ex.kratos.settings.selfService;
  ex.regenerateCsrf();
  const use = flow.active === 'code' || flow.active === 'link' ? flow.active : verificationUse;
  const fresh = newVerification(ex, 'browser', use);
  fresh.request_url = flow.request_url;
  addMessage(fresh.form, say('verificationExpired', ...minutesSince(ex, expiredAt)));
  ex.kratos.flows.save(fresh);
  return ex.redirect(
    303,
    ex.isData ? readUrlOf(ex, 'verification', fresh.id) : uiOf(ex, 'verification', fresh.id),
  );
}
