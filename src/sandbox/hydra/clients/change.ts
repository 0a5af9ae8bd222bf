import type { HydraContext } from '../context.ts';
import { noSuchResource } from '../http/errors.ts';
import { digestSecret, newSecret } from '../secrets.ts';
import { withoutSecrets, type ClientData, type StoredClient } from './model.ts';

/** @throws HydraError 404 */
export function clientOrFail({ state }: HydraContext, id: string | undefined): StoredClient {
  const client = state.clients.get(id ?? '');
  if (client === undefined) throw noSuchResource();
  return client;
}

/**
 * Stores a new version of a client under its own id. Its secret stays unless the version brings one, and a new
 * secret ends those that were rotated out; the registration access token ends.
 * @throws HydraError 404 when there is no such client.
 */
export function replaceClient(
  context: HydraContext,
  version: ClientData,
  registrationDigest?: string,
): StoredClient {
  const before = clientOrFail(context, version.client_id);
  const { client_secret: secret } = version;
  const data = withoutSecrets(version);
  const kept = before.secretDigest === undefined ? {} : { secretDigest: before.secretDigest };
  const after: StoredClient = {
    id: before.id,
    data: { ...data, ...created(before.data), updated_at: context.stamps.precise() },
    ...(secret ? { secretDigest: digestSecret(secret) } : kept),
    rotatedDigests: secret ? [] : before.rotatedDigests,
    ...(registrationDigest === undefined ? {} : { registrationDigest }),
  };
  context.state.clients.put(after);
  return after;
}

/** So many old secrets stay good beside the new one. */
const MAXIMUM_ROTATED = 5;

/** Gives a client a new secret beside its old ones. */
export function rotateSecret(
  context: HydraContext,
  client: StoredClient,
): { client: StoredClient; secret: string } {
  const secret = newSecret();
  const rotatedDigests = [
    ...(client.secretDigest === undefined ? [] : [client.secretDigest]),
    ...client.rotatedDigests,
  ].slice(0, MAXIMUM_ROTATED);
  const after = { ...touched(context, client), secretDigest: digestSecret(secret), rotatedDigests };
  context.state.clients.put(after);
  return { client: after, secret };
}

/** Ends all secrets of a client but the newest. */
export function clearRotated(context: HydraContext, client: StoredClient): StoredClient {
  const after = { ...touched(context, client), rotatedDigests: [] };
  context.state.clients.put(after);
  return after;
}

/** The client with a new time of its last change. */
export function touched(context: HydraContext, client: StoredClient): StoredClient {
  return { ...client, data: { ...client.data, updated_at: context.stamps.precise() } };
}

/** Removes a client with its tokens and consents. @throws HydraError 404 */
export function removeClient(context: HydraContext, id: string | undefined): void {
  const client = clientOrFail(context, id);
  context.state.clients.delete(client.id);
  context.state.tokens.remove((token) => token.clientId === client.id);
  context.state.consents.remove((consent) => consent.clientId === client.id);
}

const created = (data: ClientData): ClientData =>
  data.created_at === undefined ? {} : { created_at: data.created_at };
