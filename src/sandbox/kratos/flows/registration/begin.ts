import type { Exchange } from '../../http/exchange.ts';
import { newToken } from '../../http/tokens.ts';
import { asUuid } from '../../http/uuid.ts';
import { newFlow } from '../begin.ts';
import { askedChallenge } from '../challenge.ts';
import type { Extras, Flow } from '../model.ts';
import { flowDisabled } from '../problems.ts';
import { askedSchema } from '../schema.ts';
import type { RegistrationWork } from './method.ts';
import { usableMethods } from './methods.ts';
import { sortRegistration } from './present.ts';

const EXCHANGE_CODE_LENGTH = 64;

/** Begins a registration and keeps it. Throws a KratosError (400). */
export function newRegistration(ex: Exchange, type: Flow['type']): { flow: Flow; extras: Extras } {
  const flow = newFlow(ex, 'registration', type, 'choose_method');
  flow.login_challenge = askedChallenge(ex);
  flow.identity_schema = askedSchema(ex);
  const { flows, twoSteps } = ex.kratos.settings.selfService;
  if (!flows.registration.enabled) throw flowDisabled('registration');
  const exchanges = type === 'api' && ex.query.get('return_session_token_exchange_code') === 'true';
  const extras: Extras = exchanges ? { session_token_exchange_code: newToken(EXCHANGE_CODE_LENGTH) } : {};
  flow.organization_id = asUuid(ex.query.get('organization') ?? '');
  const work: RegistrationWork = { ex, flow, extras, methods: usableMethods(ex, flow) };
  for (const method of work.methods) {
    if (twoSteps) method.profile(work);
    else method.all(work);
  }
  sortRegistration(ex, flow);
  ex.kratos.flows.save(flow);
  return { flow, extras };
}
