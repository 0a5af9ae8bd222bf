import { newCode, queueMail } from '../../courier/mails.ts';
import type { FlowSecret } from '../../flows/secrets.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Flow } from '../../flows/model.ts';

export interface CodeAddress {
  readonly to: string;
  readonly via: string;
}

/** Sends a code of a flow to each of these addresses. */
export function sendCodes(
  ex: Exchange,
  flow: Flow,
  purpose: FlowSecret['purpose'],
  addresses: readonly CodeAddress[],
  identityId?: string,
): void {
  const { kratos } = ex;
  const { lifespanMs } = kratos.settings.selfService.code;
  for (const { to, via } of addresses) {
    const code = newCode();
    kratos.secrets.add({
      flow_id: flow.id,
      purpose,
      form: 'code',
      value: code,
      address: to,
      identity_id: identityId,
      expires_at: new Date(kratos.clock.now().getTime() + lifespanMs).toISOString(),
      used: false,
    });
    queueMail(kratos, {
      subject: purpose,
      to,
      via,
      form: 'code',
      secret: code,
      minutes: Math.floor(lifespanMs / 60_000),
    });
  }
}

/** An address as it is kept: letters are small. */
export const normalised = (address: string): string => address.trim().toLowerCase();
