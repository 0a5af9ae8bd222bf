import { json } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import type { JsonObject } from '../../json/values.ts';
import { KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { addMessage, resetMessages } from '../ui/form.ts';
import { say, type MessageName } from '../ui/messages.ts';
import { uiOf } from './begin.ts';
import { forward } from './forward.ts';
import type { Flow } from './model.ts';
import { ExpiredProblem, expiredFlow, showProblem } from './problems.ts';

/** What refusals of one kind of flow have of their own. */
export interface Refusal {
  readonly expired: MessageName;
  /** Messages of earlier refusals go. */
  readonly resets: boolean;
  readonly pageStatus: 302 | 303;
  /** Begins a flow like this one in the place of one that is over; kept. */
  readonly beginAgain: (flow: Flow) => Flow;
  readonly sort: (flow: Flow) => void;
  readonly present: (flow: Flow) => JsonObject;
}

/** Answers a submission that went wrong: the form once more with messages, or the error itself when none fits there. */
export function refuse(ex: Exchange, flow: Flow, cause: unknown, how: Refusal): SandboxAnswer {
  if (cause instanceof ExpiredProblem) return replace(ex, flow, cause, how);
  if (how.resets) resetMessages(flow.form);
  if (!showProblem(flow.form, cause)) return forward(ex, flow, cause);
  how.sort(flow);
  ex.kratos.flows.save(flow);
  if (flow.type === 'browser' && !ex.isData) return ex.redirect(how.pageStatus, uiOf(ex, flow.kind, flow.id));
  const status = cause instanceof KratosError ? cause.status : 400;
  return json(status, how.present(flow));
}

function replace(ex: Exchange, flow: Flow, { expiredAt }: ExpiredProblem, how: Refusal): SandboxAnswer {
  let fresh: Flow;
  try {
    fresh = how.beginAgain(flow);
  } catch (cause) {
    return forward(ex, flow, cause);
  }
  const now = ex.kratos.clock.now();
  addMessage(fresh.form, say(how.expired, ...minutesSince(ex, expiredAt)));
  ex.kratos.flows.save(fresh);
  if (flow.type === 'api' || ex.isData) return expiredFlow(expiredAt, now, fresh.id).toAnswer();
  return ex.redirect(303, uiOf(ex, flow.kind, fresh.id));
}

/** What a message says about a flow that is over: its context, and the words for its text. */
export function minutesSince(ex: Exchange, expiredAt: string): [context: JsonObject, words: JsonObject] {
  const end = new Date(expiredAt).getTime();
  const minutes = ((ex.kratos.clock.now().getTime() - end) / 60_000).toFixed(2);
  return [{ expired_at: expiredAt, expired_at_unix: Math.floor(end / 1000) }, { minutes }];
}

/** Throws when the flow's time is over. */
export function requireInTime(ex: Exchange, flow: Flow): void {
  if (new Date(flow.expires_at) < ex.kratos.clock.now()) throw new ExpiredProblem(flow.expires_at);
}
