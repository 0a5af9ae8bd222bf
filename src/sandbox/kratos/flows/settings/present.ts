import type { JsonObject } from '../../../json/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import { presentOwn } from '../../identities/own.ts';
import { keysInOrder } from '../../schemas/paths.ts';
import { sortNodes } from '../../ui/sort.ts';
import type { Extras, Flow } from '../model.ts';
import { presentFlow } from '../present.ts';

const GROUPS = ['default', 'profile', 'password', 'oidc', 'lookup_secret', 'webauthn', 'passkey', 'totp'];
const LAST_KEYS = [
  'lookup_secret_reveal',
  'lookup_secret_regenerate',
  'lookup_secret_codes',
  'lookup_secret_confirm',
  'webauthn_remove',
  'webauthn_register_displayname',
  'webauthn_register',
  'passkey_remove',
  'passkey_register',
  'totp_qr',
  'totp_secret_key',
  'totp_unlink',
  'totp_code',
];

/** Orders the form; the traits follow the identity's schema. */
export function sortSettings(ex: Exchange, flow: Flow, schemaId: string): void {
  const keys = [...keysInOrder(ex.kratos.schemas.require(schemaId)), ...LAST_KEYS];
  flow.form.nodes = sortNodes(flow.form.nodes, { groups: GROUPS, keys });
}

/** A settings flow as the API shows it, with the identity as it is now. */
export function presentSettings(ex: Exchange, flow: Flow, extras: Extras = {}): JsonObject {
  const identity = ex.kratos.identities.get(flow.identity_id ?? '');
  const { continue_with: next = [] } = extras;
  return {
    ...presentFlow(flow, extras),
    identity: identity ? presentOwn(ex.kratos, identity) : null,
    organization_id: flow.organization_id ?? null,
    ...(next.length === 0 ? {} : { continue_with: next }),
  };
}
