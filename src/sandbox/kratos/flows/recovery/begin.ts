import type { Exchange } from '../../http/exchange.ts';
import { emailField, methodButton } from '../../ui/fields.ts';
import { append, setCsrf, upsert } from '../../ui/form.ts';
import type { UiMessage } from '../../ui/messages.ts';
import { newFlow } from '../begin.ts';
import type { Flow } from '../model.ts';

type Use = 'code' | 'link';

/** A recovery that asks for an address, kept. `use` is how the account will be recovered. */
export function newRecovery(ex: Exchange, type: Flow['type'], use: Use, message?: UiMessage): Flow {
  const flow = newFlow(ex, 'recovery', type, 'choose_method');
  populateRecovery(ex, flow, use);
  if (message) flow.form.messages.push(message);
  ex.kratos.flows.save(flow);
  return flow;
}

/** Adds the fields that ask for the address. */
export function populateRecovery(ex: Exchange, flow: Flow, use: Use): void {
  flow.active = use;
  setCsrf(flow.form, ex.csrfToken());
  upsert(flow.form, emailField(use));
  append(flow.form, methodButton(use, use, 'continue'));
}
