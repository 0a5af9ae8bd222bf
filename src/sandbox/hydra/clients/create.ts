import { randomUUID } from 'node:crypto';
import type { HydraContext } from '../context.ts';
import { conflict } from '../http/errors.ts';
import { doublyEscaped } from '../http/paths.ts';
import { textOr } from '../objects.ts';
import { digestSecret, newSecret, newToken } from '../secrets.ts';
import { withoutSecrets, type ClientData, type StoredClient } from './model.ts';
import { showEcho } from './show.ts';
import { validateClient } from './validate.ts';

/**
 * Creates a client and answers it with what is shown only once: secret and registration access token.
 * @throws HydraError 400 when it is invalid, 409 when its id is taken.
 */
export function createClient(
  context: HydraContext,
  sent: ClientData,
): { id: string; shown: Record<string, unknown> } {
  const { clients } = context.state;
  const valid = validateClient(sent, context.config);
  const id = textOr(sent.client_id, randomUUID());
  if (clients.get(id) !== undefined) throw conflict();
  const secretless = valid.token_endpoint_auth_method === 'none';
  const secret = secretless ? undefined : textOr(valid.client_secret, newSecret());
  const token = newToken('at');
  const client = newClient(context, id, { ...valid, client_id: id }, secret, token);
  clients.put(client);
  const echo = { ...client.data, client_secret: secret ?? '', registration_access_token: token };
  return {
    id,
    shown: showEcho({ ...echo, registration_client_uri: registrationUri(context, sent.client_id) }),
  };
}

/** A client that was never there before; also what the seed is made of. */
export function newClient(
  context: HydraContext,
  id: string,
  valid: ClientData,
  secret?: string,
  token?: string,
): StoredClient {
  const data = withoutSecrets(valid);
  return {
    id,
    data: { ...data, created_at: context.stamps.rounded(), updated_at: context.stamps.precise() },
    ...(secret === undefined ? {} : { secretDigest: digestSecret(secret) }),
    rotatedDigests: [],
    ...(token === undefined ? {} : { registrationDigest: digestSecret(token) }),
  };
}

/** Where a program finds its registration. The server forgets the id when it chose it itself. */
export function registrationUri({ config }: HydraContext, id: string | undefined): string {
  return `${config.issuer()}/oauth2/register${id ? `/${doublyEscaped(id)}` : ''}`;
}
