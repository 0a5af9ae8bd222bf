import * as l10n from '@vscode/l10n';
import { randomBytes } from 'node:crypto';
import type { JsonWebKey, OAuth2Client } from '@ory/client';
import type { JWK } from 'jose';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { hasStatus } from '../../../ory/errors.ts';
import {
  createOAuth2Client,
  deleteOAuth2Client,
  getOAuth2Client,
  listOAuth2Clients,
} from '../../../ory/operations/clients.ts';
import type { AuthMethod, ClientCredential } from '../client-auth.ts';
import type { RunClient } from '../configuration.ts';

/** What was made for a run and has to go again; kept until it is gone, so that a crash leaves nothing behind. */
export interface TemporaryRecord {
  /** Ours alone: it stands in the name of what was made, and in the client's metadata. */
  readonly marker: string;
  readonly what: 'client' | 'issuer';
  /** Id of the connection, and the address of its Hydra at the time: elsewhere nothing is removed. */
  readonly connection: string;
  readonly address: string;
  /** Unset until the server has answered. */
  readonly id?: string;
  /** Process that made it: while that lives, its run may go on. */
  readonly owner: string;
  /** Its run has ended, and what it made could not be removed yet. */
  readonly over?: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where records are kept, each by itself: windows don't write over each other's. */
export interface TemporaryRecords {
  all(): readonly TemporaryRecord[];
  put(record: TemporaryRecord): PromiseLike<void>;
  drop(marker: string): PromiseLike<void>;
}

export const newMarker = (): string => `ory-explorer-${randomBytes(8).toString('hex')}`;

/** What a temporary client is called, so that whoever sees it in a list knows where it is from. */
const nameOf = (marker: string): string => l10n.t('Ory Explorer test run ({0})', marker);
const MARKER_FIELD = 'ory_explorer_run';

export interface TemporaryClient {
  readonly grantTypes: readonly string[];
  readonly scope: string;
  readonly audience: readonly string[];
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly method: AuthMethod;
}

/** Creates a client for a run. It is recorded before it is made, and again with its id. */
export async function createTemporaryClient(
  client: OryClient,
  wanted: TemporaryClient,
  record: Omit<TemporaryRecord, 'what' | 'id'>,
  records: TemporaryRecords,
  call: CallOptions = {},
): Promise<RunClient> {
  const { marker } = record;
  await records.put({ ...record, what: 'client' });
  const keys = wanted.method === 'private_key_jwt' ? await newKeys(marker) : undefined;
  const body: OAuth2Client = {
    client_name: nameOf(marker),
    metadata: { [MARKER_FIELD]: marker },
    grant_types: [...wanted.grantTypes],
    response_types: wanted.grantTypes.includes('authorization_code') ? ['code'] : [],
    redirect_uris: [...wanted.redirectUris],
    post_logout_redirect_uris: [...wanted.postLogoutRedirectUris],
    scope: wanted.scope,
    audience: [...wanted.audience],
    token_endpoint_auth_method: wanted.method,
    ...(keys ? { jwks: { keys: [keys.publicKey as unknown as JsonWebKey] } } : {}),
  };
  // It is gone with its run: no version of it is kept.
  const { data } = await client.call(createOAuth2Client, { body }, { ...call, write: { unkept: true } });
  const id = data.client_id ?? '';
  await records.put({ ...record, what: 'client', id });
  return { id, credential: credentialOf(wanted.method, data.client_secret, keys?.privateKey) };
}

function credentialOf(method: AuthMethod, secret = '', key: JWK | undefined): ClientCredential {
  if (method === 'none') return { method };
  return method === 'private_key_jwt' ? { method, key: key ?? {} } : { method, secret };
}

/** A key pair whose private part never leaves this process. */
export async function newKeys(kid: string): Promise<{ readonly publicKey: JWK; readonly privateKey: JWK }> {
  const { exportJWK, generateKeyPair } = await import('jose');
  const pair = await generateKeyPair('RS256', { extractable: true });
  const named = { kid, use: 'sig', alg: 'RS256' };
  return {
    publicKey: { ...(await exportJWK(pair.publicKey)), ...named },
    privateKey: { ...(await exportJWK(pair.privateKey)), ...named },
  };
}

/**
 * Removes the client of a record, if it still is the one that was made: its metadata has the marker.
 * @returns whether its id is known: by the record, or by its name
 */
export async function removeTemporaryClient(
  client: OryClient,
  record: TemporaryRecord,
  call: CallOptions = {},
): Promise<boolean> {
  const ids = record.id ? [record.id] : await idsByName(client, record.marker, call);
  for (const id of ids) {
    try {
      const { data } = await client.call(getOAuth2Client, { id }, call);
      const marker = (data.metadata as Record<string, unknown> | null | undefined)?.[MARKER_FIELD];
      if (marker === record.marker)
        await client.call(deleteOAuth2Client, { id }, { ...call, write: { unkept: true } });
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
    }
  }
  return ids.length > 0;
}

/** After a crash or a cancellation between the request and its answer only the name is known. */
async function idsByName(client: OryClient, marker: string, call: CallOptions): Promise<string[]> {
  const { data } = await client.call(listOAuth2Clients, { client_name: nameOf(marker) }, call);
  return data.filter((one) => one.client_name === nameOf(marker)).flatMap(({ client_id: id }) => id ?? []);
}
