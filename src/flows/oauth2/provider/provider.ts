import type { JWK } from 'jose';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { OryError } from '../../../ory/errors.ts';
import { discoverJsonWebKeys, discoverOidcConfiguration } from '../../../ory/operations/discovery.ts';

/** A discovery document as it was answered: any of it may be missing. */
export type Metadata = Readonly<Record<string, unknown>>;

/** An OpenID provider as it describes itself. */
export interface Provider {
  readonly metadata: Metadata;
  readonly issuer: string;
  readonly keys: readonly JWK[];
  /** Why the keys could not be read. */
  readonly keysProblem?: string;
  /** Base URL that the provider was asked at. */
  readonly address: string;
}

/**
 * Reads a provider's configuration and its public keys (`/.well-known/openid-configuration`, `jwks.json`).
 * @param address base URL of the connection's Hydra
 * @throws {OryError} where there is no configuration; keys that can't be read are a problem to be shown
 */
export async function readProvider(
  client: OryClient,
  address: string,
  call: CallOptions = {},
): Promise<Provider> {
  const { data } = await client.call(discoverOidcConfiguration, {}, call);
  const metadata = data as unknown as Metadata;
  const about = { address, metadata, issuer: textOf(metadata, 'issuer') ?? '' };
  try {
    const answer = (await client.call(discoverJsonWebKeys, {}, call)).data;
    return { ...about, keys: (answer.keys ?? []) as unknown as JWK[] };
  } catch (error) {
    if (!(error instanceof OryError) || error.kind === 'cancelled') throw error;
    return { ...about, keys: [], keysProblem: error.message };
  }
}

export function textOf(metadata: Metadata, name: string): string | undefined {
  const value = metadata[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list of texts; undefined where there is none. */
export function listOf(metadata: Metadata, name: string): readonly string[] | undefined {
  const value = metadata[name];
  return Array.isArray(value) ? value.map(String) : undefined;
}
