import type { Exchange } from '../../http/exchange.ts';
import { newCode, queueMail } from '../../courier/mails.ts';
import { newToken } from '../../http/tokens.ts';
import type { Identity, VerifiableAddress } from '../../identities/model.ts';
import { markSent } from '../../identities/verify.ts';
import type { Flow } from '../model.ts';

/** Sends a code or a link for an address of that person. */
export function sendVerification(
  ex: Exchange,
  flow: Flow,
  identity: Identity,
  { value, via }: Pick<VerifiableAddress, 'value' | 'via'>,
): void {
  const { kratos } = ex;
  const { verificationUse: form, code, link } = kratos.settings.selfService;
  const { lifespanMs } = form === 'code' ? code : link;
  const secret = form === 'code' ? newCode() : newToken();
  kratos.secrets.add({
    flow_id: flow.id,
    purpose: 'verification',
    form: form === 'code' ? 'code' : 'token',
    value: secret,
    address: value,
    identity_id: identity.id,
    expires_at: new Date(kratos.clock.now().getTime() + lifespanMs).toISOString(),
    used: false,
  });
  const url = `${kratos.settings.publicUrl()}/self-service/verification?flow=${flow.id}&token=${secret}`;
  queueMail(kratos, {
    subject: 'verification',
    to: value,
    via,
    form,
    secret: form === 'code' ? secret : url,
    minutes: Math.floor(lifespanMs / 60_000),
  });
  // Of an address that was verified long ago, too.
  kratos.identities.put(markSent(kratos.identities.get(identity.id) ?? identity, value));
}

/** Sends to whoever has the address; nobody else is told, unless the configuration wants that. */
export function sendVerificationTo(ex: Exchange, flow: Flow, address: string, via: string): void {
  const { kratos } = ex;
  const value = address.trim().toLowerCase();
  const identity = kratos.identities.get(kratos.identities.ownerOf(`verifiable\n${via}\n${value}`) ?? '');
  if (identity) {
    sendVerification(ex, flow, identity, { value, via });
    return;
  }
  const { verificationUse: form, notifyUnknown } = kratos.settings.selfService;
  if (notifyUnknown.verification && via === 'email') {
    queueMail(kratos, { subject: 'verification', to: address, via, form, secret: undefined, minutes: 0 });
  }
}
