import { json } from '../../../http/answers.ts';
import type { JsonObject } from '../../../json/values.ts';
import { queueMail } from '../../courier/mails.ts';
import { actionOf, uiOf } from '../../flows/begin.ts';
import { BodyForm, textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { complain, ExpiredProblem, InputProblem, methodDisabled, missing } from '../../flows/problems.ts';
import type { RecoveryMethod, RecoveryOutcome, RecoveryWork } from '../../flows/recovery/method.ts';
import { presentRecovery } from '../../flows/recovery/present.ts';
import { completeRecovery } from '../../flows/recovery/recovered.ts';
import { refuseLoggedIn } from '../../flows/recovery/logged-in.ts';
import { retryRecovery } from '../../flows/recovery/retry.ts';
import { badRequest, noSuchRow } from '../../http/errors.ts';
import { verifyAddress } from '../../identities/verify.ts';
import { findLogin } from '../../sessions/find.ts';
import { codeField, hiddenCodeMethod, methodButton, resendButton } from '../../ui/fields.ts';
import { append, resetMessages, setCsrf } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { normalised, sendCodes } from './send.ts';

const text = { type: 'string' };
const FORM = new BodyForm({
  email: { type: 'string', format: 'email', maxLength: 320 },
  code: text,
  flow: text,
  screen: text,
});

/** Recovery with a code that is sent to an address of the account. */
export const codeRecovery: RecoveryMethod = {
  id: 'code',
  submit(work) {
    const { ex, flow, extras } = work;
    if (flow.active !== 'code') return undefined;
    const { fields, complaints } = FORM.read(ex, { methods: ['POST'], withQuery: true });
    if (complaints.length > 0) throw new InputProblem(complaints);
    extras.transient_payload = fields.transient_payload;
    if (flow.by_admin !== true) {
      try {
        requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      } catch (cause) {
        return { answer: retryRecovery(ex, { type: 'browser', use: 'code', cause }) };
      }
    }
    return submit(work, fields);
  },
};

function submit(work: RecoveryWork, fields: JsonObject): RecoveryOutcome {
  const { ex, flow } = work;
  const { enabled } = ex.kratos.settings.selfService.code;
  resetMessages(flow.form);
  const email = textAt(fields, 'email');
  if (flow.state !== 'choose_method' && email === '') {
    if (!enabled) throw methodDisabled();
    return useCode(work, textAt(fields, 'code'));
  }
  if (findLogin(ex)) return { answer: refuseLoggedIn(ex) };
  if (textAt(fields, 'method') !== 'code') {
    // The server asks its next method, which is not active either.
    return undefined;
  }
  if (!enabled) throw methodDisabled();
  if (flow.state === 'passed_challenge') {
    const again = { type: flow.type, use: 'code', message: say('recoveryDone') } as const;
    return { answer: retryRecovery(ex, again) };
  }
  return ask(work, email);
}

function ask(work: RecoveryWork, email: string): RecoveryOutcome {
  const { ex, flow } = work;
  const { form } = flow;
  if (email === '') throw missing('email');
  ex.kratos.secrets.forget(flow.id);
  send(work, email);
  form.nodes = [];
  form.method = 'POST';
  form.action = actionOf(ex, 'recovery', flow.id);
  setCsrf(form, ex.csrfToken());
  flow.active = 'code';
  flow.state = 'sent_email';
  form.messages = [say('recoveryCodeSent')];
  append(
    form,
    codeField('recoveryCode', true),
    hiddenCodeMethod(),
    methodButton('code', 'code', 'continue'),
    resendButton('email', email),
  );
  ex.kratos.flows.save(flow);
  return { flow };
}

/** Sends to whoever has the address; nobody else is told, unless the configuration wants that. */
function send({ ex, flow }: RecoveryWork, email: string): void {
  const { kratos } = ex;
  const to = normalised(email);
  const owner = kratos.identities.ownerOf(`recovery\nemail\n${to}`);
  if (owner !== undefined) sendCodes(ex, flow, 'recovery', [{ to, via: 'email' }], owner);
  else if (kratos.settings.selfService.notifyUnknown.recovery) {
    queueMail(kratos, {
      subject: 'recovery',
      to: email,
      via: 'email',
      form: 'code',
      secret: undefined,
      minutes: 0,
    });
  }
}

function useCode({ ex, flow, extras }: RecoveryWork, code: string): RecoveryOutcome {
  const { kratos } = ex;
  const wanted = { flowId: flow.id, purpose: 'recovery' as const, value: code };
  const found = kratos.secrets.redeemCode(
    wanted,
    kratos.clock.now(),
    kratos.settings.selfService.code.maxSubmissions,
  );
  if (found.kind === 'unknown') {
    flow.form.messages = [say('wrongRecoveryCode')];
    kratos.flows.save(flow);
    const isPage = flow.type === 'browser' && !ex.isData;
    return {
      answer: isPage
        ? ex.redirect(303, uiOf(ex, 'recovery', flow.id))
        : json(200, presentRecovery(flow, extras)),
    };
  }
  const retry = (cause: unknown) => ({ answer: retryRecovery(ex, { type: flow.type, use: 'code', cause }) });
  if (found.kind === 'expired') return retry(complain('recoveryExpired'));
  if (found.kind !== 'fits')
    return retry(badRequest('This code cannot be used any more: ask for another one.'));
  let identity = kratos.identities.get(found.secret.identity_id ?? '');
  if (!identity) throw noSuchRow();
  if (found.secret.address !== '') {
    identity = verifyAddress(identity, found.secret.address, kratos.now);
    kratos.identities.put(identity);
  }
  try {
    return { answer: completeRecovery(ex, flow, identity, 'code', extras) };
  } catch (cause) {
    if (cause instanceof ExpiredProblem) throw cause;
    return retry(cause);
  }
}
