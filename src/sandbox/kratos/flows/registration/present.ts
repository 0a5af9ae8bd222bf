import type { JsonObject } from '../../../json/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keysInOrder } from '../../schemas/paths.ts';
import { sortNodes } from '../../ui/sort.ts';
import type { Extras, Flow } from '../model.ts';
import { presentEntry } from '../present.ts';
import { schemaOf } from '../schema.ts';

const GROUPS = ['oidc', 'saml', 'default', 'webauthn', 'passkey', 'code', 'password', 'captcha', 'profile'];
const LAST_KEYS = ['webauthn_remove', 'webauthn_register_displayname', 'webauthn_register'];

/** Orders the form: the token, the first trait, the password, the other traits. */
export function sortRegistration(ex: Exchange, flow: Flow): void {
  const [first, ...rest] = keysInOrder(schemaOf(ex, flow));
  const keys = ['csrf_token', ...(first === undefined ? [] : [first]), 'password', ...rest, ...LAST_KEYS];
  flow.form.nodes = sortNodes(flow.form.nodes, { groups: GROUPS, keys });
}

/** A registration flow as the API shows it. */
export const presentRegistration = (flow: Flow, extras: Extras = {}): JsonObject =>
  presentEntry(flow, extras);
