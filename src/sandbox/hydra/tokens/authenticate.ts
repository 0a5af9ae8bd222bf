import type { StoredClient } from '../clients/model.ts';
import { isPublic } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { invalidClient, invalidRequest } from '../http/errors.ts';
import { matchesSecret } from '../secrets.ts';
import { ASSERTION_TYPE, clientByAssertion } from './client-assertion.ts';

interface Credentials {
  readonly id: string;
  readonly secret: string;
  readonly method: 'client_secret_basic' | 'client_secret_post' | undefined;
}

/**
 * Finds out which client sends a request to the token, revocation or device endpoint, by the method that the
 * client is configured for.
 * @throws HydraError 400 when it names no client, 401 when it cannot prove to be the client.
 */
export async function authenticateClient(
  context: HydraContext,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<StoredClient> {
  const type = form.get('client_assertion_type') ?? '';
  if (type === ASSERTION_TYPE)
    return clientByAssertion(context, form.get('client_assertion') ?? '', form.get('client_id') ?? '');
  if (type !== '') throw invalidRequest('This client_assertion_type is not known.');
  const credentials = basicCredentials(authorization) ?? formCredentials(form);
  const client = context.state.clients.get(credentials.id);
  if (client === undefined) throw invalidClient('The client is not known, or it did not prove who it is.');
  const expected = client.data.token_endpoint_auth_method;
  // A client that shows itself in both ways is judged by the form first.
  const ofForm = form.get('client_id') && form.get('client_secret') ? 'client_secret_post' : undefined;
  const refused = [ofForm, credentials.method].find((method) => method !== undefined && method !== expected);
  if (refused !== undefined)
    throw invalidClient(`This client has to use ${String(expected)}, not ${refused}.`);
  if (isPublic(client)) return client;
  const digests = [client.secretDigest, ...client.rotatedDigests];
  if (!digests.some((digest) => digest !== undefined && matchesSecret(credentials.secret, digest)))
    throw invalidClient('The client is not known, or it did not prove who it is.');
  return client;
}

function basicCredentials(authorization: string | undefined): Credentials | undefined {
  const encoded = /^basic\s+([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  try {
    const method = secret === '' ? undefined : 'client_secret_basic';
    return { id: formDecoded(id), secret: formDecoded(secret), method };
  } catch {
    throw invalidRequest('The credentials in the Authorization header are not form-encoded.');
  }
}

function formCredentials(form: URLSearchParams): Credentials {
  const [id, secret] = [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  if (id === '') throw invalidRequest('Neither the Authorization header nor the form names a client.');
  return { id, secret, method: secret === '' ? undefined : 'client_secret_post' };
}

const formDecoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
