import type { JsonObject } from '../../../json/values.ts';
import { sortNodes, type Order } from '../../ui/sort.ts';
import type { Extras, Flow } from '../model.ts';
import { presentEntry } from '../present.ts';

const ORDER: Order = {
  groups: ['oidc', 'default', 'webauthn', 'passkey', 'code', 'password', 'totp', 'lookup_secret'],
  keys: ['csrf_token', 'identifier', 'password'],
};

export function sortLogin(flow: Flow): void {
  flow.form.nodes = sortNodes(flow.form.nodes, ORDER);
}

/** A login flow as the API shows it. */
export const presentLogin = (flow: Flow, extras: Extras = {}): JsonObject => ({
  ...presentEntry(flow, extras),
  created_at: flow.created_at,
  updated_at: flow.updated_at,
  refresh: flow.refresh === true,
  requested_aal: flow.requested_aal ?? 'aal1',
});
