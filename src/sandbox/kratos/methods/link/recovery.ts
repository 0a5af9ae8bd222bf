import { queueMail } from '../../courier/mails.ts';
import { textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { methodDisabled, missing } from '../../flows/problems.ts';
import { refuseLoggedIn } from '../../flows/recovery/logged-in.ts';
import type { RecoveryMethod, RecoveryOutcome, RecoveryWork } from '../../flows/recovery/method.ts';
import { completeRecovery } from '../../flows/recovery/recovered.ts';
import { retryRecovery } from '../../flows/recovery/retry.ts';
import { minutesSince } from '../../flows/refuse.ts';
import { newRecovery } from '../../flows/recovery/begin.ts';
import { noSuchRow } from '../../http/errors.ts';
import { newToken } from '../../http/tokens.ts';
import { verifyAddress } from '../../identities/verify.ts';
import { findLogin } from '../../sessions/find.ts';
import { emailField } from '../../ui/fields.ts';
import { setCsrf, upsert } from '../../ui/form.ts';
import { say, type UiMessage } from '../../ui/messages.ts';
import { normalised } from '../code/send.ts';
import { readLink } from './form.ts';

/** Recovery with a link that is sent to an address of the account, or that an administrator passed on. */
export const linkRecovery: RecoveryMethod = {
  id: 'link',
  submit(work) {
    const { ex, flow, extras } = work;
    const { fields, token } = readLink(ex, extras);
    if (token !== '') return useToken(work, token);
    const { enabled } = ex.kratos.settings.selfService.link;
    if (findLogin(ex)) return { answer: refuseLoggedIn(ex) };
    if (textAt(fields, 'method') !== 'link') return undefined;
    if (!enabled) throw methodDisabled();
    if (flow.state === 'passed_challenge') return again(work, say('recoveryDone'), flow.type);
    const email = textAt(fields, 'email');
    if (email === '') throw missing('email');
    requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
    return ask(work, email);
  },
};

function ask(work: RecoveryWork, email: string): RecoveryOutcome {
  const { ex, flow } = work;
  send(work, email);
  setCsrf(flow.form, ex.csrfToken());
  upsert(flow.form, emailField('link', email));
  flow.active = 'link';
  flow.state = 'sent_email';
  flow.form.messages = [say('recoveryLinkSent')];
  ex.kratos.flows.save(flow);
  return { flow };
}

function send({ ex, flow }: RecoveryWork, email: string): void {
  const { kratos } = ex;
  const { link, notifyUnknown } = kratos.settings.selfService;
  const to = normalised(email);
  const owner = kratos.identities.ownerOf(`recovery\nemail\n${to}`);
  const mail = { subject: 'recovery', to, via: 'email', form: 'link' } as const;
  if (owner === undefined) {
    if (notifyUnknown.recovery) queueMail(kratos, { ...mail, secret: undefined, minutes: 0 });
    return;
  }
  const token = newToken();
  kratos.secrets.add({
    flow_id: flow.id,
    purpose: 'recovery',
    form: 'token',
    value: token,
    address: to,
    identity_id: owner,
    expires_at: new Date(kratos.clock.now().getTime() + link.lifespanMs).toISOString(),
    used: false,
  });
  const url = `${kratos.settings.publicUrl()}/self-service/recovery?flow=${flow.id}&token=${token}`;
  queueMail(kratos, { ...mail, secret: url, minutes: Math.floor(link.lifespanMs / 60_000) });
}

function useToken(work: RecoveryWork, token: string): RecoveryOutcome {
  const { ex, extras } = work;
  const { kratos } = ex;
  const found = kratos.secrets.redeemToken({ purpose: 'recovery', value: token }, kratos.clock.now());
  if (found.kind === 'expired')
    return again(work, say('recoveryExpired', ...minutesSince(ex, work.flow.expires_at)));
  if (found.kind !== 'fits') return again(work, say('wrongRecoveryToken'));
  const flow = kratos.flows.get('recovery', found.secret.flow_id) ?? newRecovery(ex, 'browser', 'link');
  let identity = kratos.identities.get(found.secret.identity_id ?? '');
  if (!identity) throw noSuchRow();
  if (found.secret.address !== '') {
    identity = verifyAddress(identity, found.secret.address, kratos.now);
    kratos.identities.put(identity);
  }
  try {
    return { answer: completeRecovery(ex, flow, identity, 'link', extras) };
  } catch (cause) {
    return { answer: retryRecovery(ex, { type: 'browser', use: 'link', cause }) };
  }
}

const again = (
  { ex }: RecoveryWork,
  message: UiMessage,
  type: 'api' | 'browser' = 'browser',
): RecoveryOutcome => ({
  answer: retryRecovery(ex, { type, use: 'link', message }),
});
