import type { Exchange } from '../../http/exchange.ts';
import type { UiMessage } from '../../ui/messages.ts';
import { newFlow } from '../begin.ts';
import type { Flow } from '../model.ts';
import { populateCode, populateLink } from './form.ts';

/** A verification that asks for an address, kept. `use` is how the address will be verified. */
export function newVerification(
  ex: Exchange,
  type: Flow['type'],
  use: 'code' | 'link',
  message?: UiMessage,
): Flow {
  const flow = newFlow(ex, 'verification', type, 'choose_method');
  flow.active = use;
  if (use === 'code') populateCode(ex, flow);
  else populateLink(ex, flow);
  if (message) flow.form.messages.push(message);
  ex.kratos.flows.save(flow);
  return flow;
}
