import { json } from '../../../http/answers.ts';
import type { JsonObject } from '../../../json/values.ts';
import { uiOf } from '../../flows/begin.ts';
import { ALSO_AS_LINK } from '../../flows/values.ts';
import { BodyForm, textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { presentFlow } from '../../flows/present.ts';
import { complain, InputProblem, methodDisabled, missing } from '../../flows/problems.ts';
import { completeVerification } from '../../flows/verification/complete.ts';
import { populateCode } from '../../flows/verification/form.ts';
import type {
  VerificationMethod,
  VerificationOutcome,
  VerificationWork,
} from '../../flows/verification/method.ts';
import { retryVerification } from '../../flows/verification/retry.ts';
import { sendVerificationTo } from '../../flows/verification/send.ts';
import { badRequest } from '../../http/errors.ts';
import { emailField, resendButton } from '../../ui/fields.ts';
import { append, setCsrf, setValue, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';

const text = { type: 'string' };
const FORM = new BodyForm({
  method: { type: 'string', enum: ['code', 'link'] },
  email: { type: 'string', maxLength: 320 },
  code: text,
  flow: text,
});

/** Verification with a code that is sent to the address. */
export const codeVerification: VerificationMethod = {
  id: 'code',
  submit(work) {
    const { ex, flow, extras } = work;
    const { fields, complaints } = FORM.read(ex, { ...ALSO_AS_LINK, withQuery: true });
    if (complaints.length > 0) throw new InputProblem(complaints);
    extras.transient_payload = fields.transient_payload;
    const method = textAt(fields, 'method') || (textAt(fields, 'code') === '' ? '' : 'code');
    if (method !== 'code') {
      askAgain(work, fields);
      return undefined;
    }
    if (!ex.kratos.settings.selfService.code.enabled) {
      askAgain(work, fields);
      throw methodDisabled();
    }
    if (flow.state === 'passed_challenge') {
      const again = { type: flow.type, use: 'code', message: say('verificationDone') } as const;
      return { answer: retryVerification(ex, again) };
    }
    const code = textAt(fields, 'code');
    if (code === '') return ask(work, fields);
    return ex.request.method === 'GET' ? followLink(work, code) : useCode(work, code);
  },
};

/** The address can be entered once more. */
function askAgain({ ex, flow }: VerificationWork, fields: JsonObject): void {
  setCsrf(flow.form, ex.csrfToken());
  upsert(flow.form, emailField('code', textAt(fields, 'email')));
}

function ask(work: VerificationWork, fields: JsonObject): VerificationOutcome {
  const { ex, flow } = work;
  const email = textAt(fields, 'email');
  try {
    if (email === '') throw missing('email');
    requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
  } catch (cause) {
    askAgain(work, fields);
    throw cause;
  }
  ex.kratos.secrets.forget(flow.id);
  const via = email.includes('@') ? 'email' : 'sms';
  sendVerificationTo(ex, flow, email, via);
  flow.state = 'sent_email';
  populateCode(ex, flow);
  flow.form.messages = [say(via === 'email' ? 'verificationCodeSent' : 'verificationSmsSent')];
  append(flow.form, resendButton('email', email));
  ex.kratos.flows.save(flow);
  return { done: true };
}

/** The link of the mail: the page shows the code, and whoever reads it submits it. */
function followLink({ ex, flow }: VerificationWork, code: string): VerificationOutcome {
  setValue(flow.form, 'code', code);
  flow.csrf = ex.regenerateCsrf();
  setCsrf(flow.form, flow.csrf);
  ex.kratos.flows.save(flow);
  return { answer: ex.redirect(303, uiOf(ex, 'verification', flow.id)) };
}

function useCode(work: VerificationWork, code: string): VerificationOutcome {
  const { ex, flow, extras } = work;
  const { kratos } = ex;
  const wanted = { flowId: flow.id, purpose: 'verification' as const, value: code };
  const allowed = kratos.settings.selfService.code.maxSubmissions;
  const found = kratos.secrets.redeemCode(wanted, kratos.clock.now(), allowed);
  if (found.kind === 'unknown') {
    flow.form.messages = [say('wrongVerificationCode')];
    kratos.flows.save(flow);
    return {
      answer: ex.isPage
        ? ex.redirect(303, uiOf(ex, 'verification', flow.id))
        : json(200, presentFlow(flow, extras)),
    };
  }
  const retry = (cause: unknown) => ({
    answer: retryVerification(ex, { type: flow.type, use: 'code', cause }),
  });
  if (found.kind === 'expired') return retry(complain('verificationExpired'));
  if (found.kind !== 'fits')
    return retry(badRequest('This code cannot be used any more: ask for another one.'));
  completeVerification(work, found.secret, 'code');
  return { done: true };
}
