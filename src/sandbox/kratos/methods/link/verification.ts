import { textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { methodDisabled, missing } from '../../flows/problems.ts';
import { minutesSince } from '../../flows/refuse.ts';
import { completeVerification } from '../../flows/verification/complete.ts';
import type {
  VerificationMethod,
  VerificationOutcome,
  VerificationWork,
} from '../../flows/verification/method.ts';
import { retryVerification } from '../../flows/verification/retry.ts';
import { sendVerificationTo } from '../../flows/verification/send.ts';
import { emailField } from '../../ui/fields.ts';
import { setCsrf, upsert } from '../../ui/form.ts';
import { say, type UiMessage } from '../../ui/messages.ts';
import { readLink } from './form.ts';

/** Verification with a link that is sent to the address. */
export const linkVerification: VerificationMethod = {
  id: 'link',
  submit(work) {
    const { ex, flow, extras } = work;
    const { fields, token } = readLink(ex, extras);
    if (token !== '') return useToken(work, token);
    const { enabled } = ex.kratos.settings.selfService.link;
    const email = textAt(fields, 'email');
    const isMeant = textAt(fields, 'method') === 'link';
    try {
      if (isMeant && !enabled) throw methodDisabled();
      if (isMeant && flow.state === 'passed_challenge')
        return again(work, say('verificationDone'), flow.type);
      if (isMeant && email === '') throw missing('email');
      if (isMeant) requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
    } catch (cause) {
      show(work, email);
      throw cause;
    }
    show(work, email);
    if (!isMeant) return undefined;
    sendVerificationTo(ex, flow, email, 'email');
    flow.active = 'link';
    flow.state = 'sent_email';
    flow.form.messages = [say('verificationLinkSent')];
    ex.kratos.flows.save(flow);
    return { done: true };
  },
};

function show({ ex, flow }: VerificationWork, email: string): void {
  setCsrf(flow.form, ex.csrfToken());
  upsert(flow.form, emailField('link', email));
}

function useToken(work: VerificationWork, token: string): VerificationOutcome {
  const { ex, flow } = work;
  const found = ex.kratos.secrets.redeemToken(
    { purpose: 'verification', value: token },
    ex.kratos.clock.now(),
  );
  if (found.kind === 'expired')
    return again(work, say('verificationExpired', ...minutesSince(ex, flow.expires_at)));
  if (found.kind !== 'fits' || found.secret.flow_id !== flow.id)
    return again(work, say('wrongVerificationToken'));
  completeVerification(work, found.secret, 'link');
  return { done: true };
}

const again = ({ ex }: VerificationWork, message: UiMessage, type: 'api' | 'browser' = 'browser') => ({
  answer: retryVerification(ex, { type, use: 'link', message }),
});
