import type { SandboxAnswer } from '../../../http/service.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { UiMessage } from '../../ui/messages.ts';
import { readUrlOf, uiOf } from '../begin.ts';
import { forward } from '../forward.ts';
import type { Flow } from '../model.ts';
import { showProblem } from '../problems.ts';
import { newRecovery } from './begin.ts';

interface Retry {
  readonly type: Flow['type'];
  readonly use: 'code' | 'link';
  readonly message?: UiMessage;
  readonly cause?: unknown;
}

/** Begins the recovery anew, with a word about why, and sends the client there. */
export function retryRecovery(ex: Exchange, { type, use, message, cause }: Retry): SandboxAnswer {
  ex.regenerateCsrf();
  const flow = newRecovery(ex, type, use, message);
  if (cause !== undefined) {
    if (!showProblem(flow.form, cause)) return forward(ex, flow, cause);
    ex.kratos.flows.save(flow);
  }
  const isPage = use === 'code' ? !ex.isData : type === 'browser';
  return ex.redirect(303, isPage ? uiOf(ex, 'recovery', flow.id) : readUrlOf(ex, 'recovery', flow.id));
}
