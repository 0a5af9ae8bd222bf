import { randomFor, type Random } from '../../seed/random.ts';
import { newClient } from '../clients/create.ts';
import type { StoredClient } from '../clients/model.ts';
import { validateClient } from '../clients/validate.ts';
import type { HydraContext } from '../context.ts';
import { believableClient } from './clients.ts';
import { believableConsents } from './consents.ts';
import { believableIssuer } from './issuer.ts';

/**
 * Fills an empty server with believable data, the same for the same seed: clients, and with them some consents,
 * logins and a trusted issuer.
 * @param count how many clients; 0 leaves the server empty
 * @param people subjects of whom some have given consents
 */
export function sow(context: HydraContext, seed: number, count: number, people: readonly string[]): void {
  if (count <= 0) return;
  const clients: StoredClient[] = [];
  for (let at = 0; at < count; at++) {
    const random = randomFor(seed, 'hydra client', at);
    const client = sownClient(context, random, at);
    context.state.clients.put(client);
    if (clients.length < 50) clients.push(client);
  }
  for (const { consent, login } of believableConsents(context, clients, seed, people)) {
    context.state.consents.add(consent);
    context.state.logins.put(login);
  }
  const { issuer, key } = believableIssuer(context, seed);
  context.state.keys.add(issuer.public_key.set, key);
  context.state.issuers.add(issuer);
}

function sownClient(context: HydraContext, random: Random, at: number): StoredClient {
  const { data, ageInDays } = believableClient(random, at);
  const id = data.client_id ?? random.uuid();
  const valid = validateClient({ ...data, client_id: id }, context.config);
  const secret = valid.token_endpoint_auth_method === 'none' ? undefined : seededSecret(id);
  const client = newClient(context, id, valid, secret);
  const created = new Date(context.stamps.milliseconds() - ageInDays * 86_400_000).toISOString();
  const updated = new Date(
    context.stamps.milliseconds() - ageInDays * random.next() * 86_400_000,
  ).toISOString();
  return { ...client, data: { ...client.data, created_at: `${created.slice(0, 19)}Z`, updated_at: updated } };
}

/** The secret of a client that the sandbox made: anybody can know it, so that examples work. */
export const seededSecret = (id: string): string => `sandbox-secret-${id}`;
