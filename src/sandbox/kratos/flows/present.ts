import type { JsonObject } from '../../json/values.ts';
import { presentForm } from '../ui/form.ts';
import type { Extras, Flow } from './model.ts';
import { askedReturn } from './return-to.ts';

/** What every flow shows of itself. */
export function presentFlow(flow: Flow, extras: Extras = {}): JsonObject {
  const back = askedReturn(flow);
  const { transient_payload: transient } = extras;
  return {
    id: flow.id,
    type: flow.type,
    expires_at: flow.expires_at,
    issued_at: flow.issued_at,
    request_url: flow.request_url,
    ...(back === '' ? {} : { return_to: back }),
    ...(flow.active === undefined ? {} : { active: flow.active }),
    ui: presentForm(flow.form),
    state: flow.state,
    ...(transient === undefined ? {} : { transient_payload: transient }),
  };
}

/** What flows of login and registration show in addition. */
export function presentEntry(flow: Flow, extras: Extras = {}): JsonObject {
  const { session_token_exchange_code: exchange, login_request: asked } = extras;
  return {
    ...presentFlow(flow, extras),
    organization_id: flow.organization_id ?? null,
    ...(flow.login_challenge === undefined ? {} : { oauth2_login_challenge: flow.login_challenge }),
    ...(asked === undefined ? {} : { oauth2_login_request: asked }),
    ...(flow.identity_schema === undefined ? {} : { identity_schema: flow.identity_schema }),
    ...(exchange === undefined ? {} : { session_token_exchange_code: exchange }),
  };
}
