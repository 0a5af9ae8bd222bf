import type { CallOptions, OryClient } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import { getIdentity } from '../../ory/operations/identities.ts';
import { credentialsOf } from './credentials.ts';

/** Credential types whose configuration servers hand out; older ones refuse the whole request for one they don't know. */
const REVEALED: ReadonlySet<string> = new Set([
  'password',
  'oidc',
  'totp',
  'lookup_secret',
  'webauthn',
  'passkey',
  'code',
  'saml',
  'deviceauthn',
]);

/** The one type that Kratos 0.11 hands out. */
const OLDEST = 'oidc';

/**
 * An identity with the configuration of the credentials that it has (`GET /admin/identities/{id}`).
 * @returns the server's own text
 */
export async function revealIdentity(client: OryClient, id: string, call: CallOptions = {}): Promise<string> {
  const plain = await client.call(getIdentity, { id }, call);
  const types = credentialsOf(plain.data)
    .map(({ type }) => type)
    .filter((type) => REVEALED.has(type));
  if (types.length === 0) return plain.text;
  const including = async (include: readonly string[]) =>
    (await client.call(getIdentity, { id, include_credential: include }, call)).text;
  try {
    return await including(types);
  } catch (error) {
    if (!hasStatus(error, 400)) throw error;
    return types.includes(OLDEST) ? including([OLDEST]) : plain.text;
  }
}
