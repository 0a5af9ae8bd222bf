import { objectOr, type JsonObject } from '../../../json/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Identity } from '../../identities/model.ts';
import type { Session } from '../../sessions/model.ts';
import { resendButton } from '../../ui/fields.ts';
import { append } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { newFlow, uiOf } from '../begin.ts';
import { showVerificationUi } from '../continue-with.ts';
import type { Flow } from '../model.ts';
import { populateVerification } from './form.ts';
import { sendVerification } from './send.ts';

/** Where a flow remembers the verification that followed it. */
const MEMORY = 'verification';

interface After {
  readonly session?: Session;
  /** Tell of every verification, as servers did before the hook `show_verification_ui`. */
  readonly legacy: boolean;
}

/**
 * Begins the verification of an address that a completed flow brought along, and sends its code: of the first address
 * that needs it. Gives entries of `continue_with` only in the legacy way.
 */
export function startVerification(
  ex: Exchange,
  origin: Flow,
  identity: Identity,
  after: After,
): readonly JsonObject[] {
  const entries: JsonObject[] = [];
  const entersNow = origin.kind === 'registration' || origin.kind === 'login';
  for (const address of identity.verifiable_addresses) {
    const wanted = entersNow ? !address.verified : address.status === 'pending';
    if (!wanted || address.value === '') continue;
    if (origin.type === 'browser' && entersNow) ex.regenerateCsrf();
    const flow = verificationAfter(ex, origin, identity, address, after.session);
    const url = flow.type === 'browser' ? uiOf(ex, 'verification', flow.id) : undefined;
    origin.memory[MEMORY] = { id: flow.id, address: address.value, ...(url === undefined ? {} : { url }) };
    if (!after.legacy) break;
    entries.push(showVerificationUi(flow.id, address.value, url));
  }
  return entries;
}

/** A verification flow in the state of a code that was sent, kept. */
export function verificationAfter(
  ex: Exchange,
  origin: Flow,
  identity: Identity,
  address: Identity['verifiable_addresses'][number],
  session: Session | undefined,
): Flow {
  const { kratos } = ex;
  const flow = newFlow(ex, 'verification', origin.type, 'choose_method');
  flow.request_url = verificationUrl(origin.request_url);
  flow.active = kratos.settings.selfService.verificationUse;
  flow.login_challenge = origin.login_challenge;
  flow.identity_id = session ? identity.id : undefined;
  flow.session_id = session?.id;
  populateVerification(ex, flow);
  flow.state = 'sent_email';
  populateVerification(ex, flow);
  if (flow.active === 'code') {
    flow.form.messages = [say(address.via === 'sms' ? 'verificationSmsSent' : 'verificationCodeSent')];
  }
  append(flow.form, resendButton(address.via, address.value));
  kratos.flows.save(flow);
  sendVerification(ex, flow, identity, address);
  return flow;
}

/** What the hook `show_verification_ui` adds, and the page that it leads to; undefined when nothing is verified. */
export function verificationStep(ex: Exchange, origin: Flow): { entry: JsonObject; url: string } | undefined {
  const { id, address, url } = objectOr(origin.memory[MEMORY]);
  if (typeof id !== 'string' || typeof address !== 'string') return undefined;
  return {
    entry: showVerificationUi(id, address, typeof url === 'string' ? url : undefined),
    url: uiOf(ex, 'verification', id),
  };
}

/** The address of the flow before, with what it says about the time after the verification. */
function verificationUrl(origin: string): string {
  if (!URL.canParse(origin)) return '';
  const url = new URL(origin);
  const after = url.searchParams.get('after_verification_return_to') ?? '';
  if (after !== '') url.searchParams.set('return_to', after);
  url.searchParams.delete('after_verification_return_to');
  return url.toString();
}
