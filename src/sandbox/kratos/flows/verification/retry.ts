import type { SandboxAnswer } from '../../../http/service.ts';
import { KratosError } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { UiMessage } from '../../ui/messages.ts';
import { readUrlOf, uiOf } from '../begin.ts';
import { forward } from '../forward.ts';
import type { Flow } from '../model.ts';
import { showProblem } from '../problems.ts';
import { newVerification } from './begin.ts';

interface Retry {
  readonly type: Flow['type'];
  readonly use: 'code' | 'link';
  readonly message?: UiMessage;
  readonly cause?: unknown;
}

/** Begins the verification anew, with a word about why, and sends the client there. */
export function retryVerification(ex: Exchange, { type, use, message, cause }: Retry): SandboxAnswer {
  ex.regenerateCsrf();
  const flow = newVerification(ex, type, use, message);
  if (cause !== undefined) {
    if (!showProblem(flow.form, cause)) return forward(ex, flow, cause);
    ex.kratos.flows.save(flow);
  }
  if (use === 'link') {
    return ex.redirect(
      303,
      type === 'browser' ? uiOf(ex, 'verification', flow.id) : readUrlOf(ex, 'verification', flow.id),
    );
  }
  if (!ex.isData) return ex.redirect(303, uiOf(ex, 'verification', flow.id));
  const fields = {
    code: 410,
    id: 'self_service_flow_replaced',
    reason: 'Another flow has taken the place of this one: go on with that.',
    message: 'self-service flow replaced',
  };
  return new KratosError(fields, 410, { use_flow_id: flow.id }).toAnswer();
}
