import { badRequest, KratosError } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { newToken } from '../../http/tokens.ts';
import { asUuid } from '../../http/uuid.ts';
import { findLogin } from '../../sessions/find.ts';
import { renewCsrf } from '../guard.ts';
import { newFlow } from '../begin.ts';
import type { Aal, Extras, Flow } from '../model.ts';
import { askedChallenge } from '../challenge.ts';
import { alreadyLoggedIn } from '../problems.ts';
import { askedSchema } from '../schema.ts';
import { say } from '../../ui/messages.ts';
import type { LoginWork } from './method.ts';
import { LOGIN_METHODS } from './methods.ts';
import { sortLogin } from './present.ts';

const EXCHANGE_CODE_LENGTH = 64;

export interface Begun {
  readonly flow: Flow;
  readonly extras: Extras;
}

/**
 * Begins a login and keeps it: with the first factor, with the second one (`?aal=aal2`), or to confirm a session
 * (`?refresh=true`). Throws a KratosError.
 */
export function newLogin(ex: Exchange, type: Flow['type']): Begun {
  const flow = newFlow(ex, 'login', type, 'choose_method');
  flow.login_challenge = askedChallenge(ex);
  flow.requested_aal = askedAal(ex);
  if (flow.requested_aal === 'aal1') flow.identity_schema = askedSchema(ex);
  const login = findLogin(ex);
  const extras: Extras = {};
  flow.refresh = isTrue(ex.query.get('refresh')) && login !== undefined;
  if (login && !flow.refresh) {
    const asked = flow.requested_aal;
    if (asked === 'aal1' || asked <= login.session.authenticator_assurance_level) {
      throw alreadyLoggedIn(' To confirm it, ask with `?refresh=true`.');
    }
  } else if (!login) {
    if (type === 'api' && isTrue(ex.query.get('return_session_token_exchange_code'))) {
      extras.session_token_exchange_code = newToken(EXCHANGE_CODE_LENGTH);
    }
    if (flow.requested_aal === 'aal2') throw sessionNeeded();
  }
  flow.organization_id = asUuid(ex.query.get('organization') ?? '');
  const work: LoginWork = { ex, flow, login, extras };
  populate(work);
  if (flow.refresh) flow.form.messages = [say('confirmItIsYou')];
  if (
    login &&
    flow.requested_aal > login.session.authenticator_assurance_level &&
    flow.requested_aal === 'aal2'
  ) {
    flow.form.messages.push(say('secondFactorWanted'));
  }
  sortLogin(flow);
  renewCsrf(ex, flow);
  ex.kratos.flows.save(flow);
  for (const method of enabled(work)) method.begun?.(work);
  return { flow, extras };
}

/** Adds the fields of all methods that can be used. */
function populate(work: LoginWork): void {
  const { flow, login, ex } = work;
  const { loginStyle } = ex.kratos.settings.selfService;
  for (const method of enabled(work)) {
    if (flow.requested_aal === 'aal2') {
      if (login) method.secondFactor?.(work, login);
    } else if (flow.refresh === true && login) method.refresh?.(work, login);
    else if (loginStyle === 'unified' || method.id === 'identifier_first') method.firstFactor?.(work);
  }
}

/** An organization signs in through its own provider: no method of ours is for it. */
function enabled(work: LoginWork) {
  if (work.flow.organization_id !== undefined) return [];
  return LOGIN_METHODS.filter((method) => method.isEnabled(work));
}

function askedAal(ex: Exchange): Aal {
  const asked = (ex.query.get('aal') || 'aal1').toLowerCase();
  if (asked === 'aal1' || asked === 'aal2') return asked;
  throw badRequest(`Unable to parse the assurance level: expected one of [aal1, aal2] but got ${asked}`);
}

const isTrue = (text: string | null): boolean => /^(1|t|true)$/i.test(text ?? '');

/** 401: a second factor adds to a session. */
export const sessionNeeded = (): KratosError =>
  new KratosError({
    code: 401,
    id: 'session_aal1_required',
    reason: 'A second factor adds to a session, and there is none.',
    message: 'aal2 and aal3 can only be requested if a session exists already',
  });
