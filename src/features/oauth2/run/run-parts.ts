import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import { addressOf, type Connection } from '../../../connections/model.ts';
import { parseAddress } from '../../../connections/address.ts';
import type { RunClient } from '../../../flows/oauth2/configuration.ts';
import { thisOwner } from '../../../flows/oauth2/clients/clean-up.ts';
import {
  createTemporaryClient,
  newMarker,
  type TemporaryRecord,
} from '../../../flows/oauth2/clients/temporary.ts';
import { type Provider, readProvider } from '../../../flows/oauth2/provider/provider.ts';
import { OryError } from '../../../ory/errors.ts';
import type { OryClient } from '../../../ory/client.ts';
import type { Operation } from '../../../ory/operations/operation.ts';
import type { OAuth2 } from '../oauth2.ts';
import { FLOWS } from './flow-kinds.ts';
import type { RunSetup } from './run-setup.ts';
import { askCredential } from './client-credential.ts';

/** The provider of a connection, at the connection's own address. */
export const providerOf = (api: OryClient, connection: Connection, signal?: AbortSignal): Promise<Provider> =>
  readProvider(api, parseAddress(addressOf(connection, 'hydra-public') ?? '').baseUrl, { signal });

/** Announces what the library sends past the connection's client. */
export async function toldBy({ container }: OAuth2, connection: Connection) {
  const door = await container.door();
  return (operation: Operation, status: number) => void door.sent(connection, operation, status);
}

/** A new record of something that is made for a run on a connection. */
export const newRecord = (connection: Connection): Omit<TemporaryRecord, 'what' | 'id'> => ({
  marker: newMarker(),
  connection: connection.id,
  address: addressOf(connection, 'hydra-admin') ?? '',
  owner: thisOwner(),
  at: Date.now(),
});

/** The client of a run, with what it shows itself with; undefined where the person thought better of it. */
export async function clientFor(
  { container }: OAuth2,
  connection: Connection,
  client: OAuth2Client,
  setup: RunSetup,
): Promise<RunClient | undefined> {
  const id = client.client_id ?? '';
  const credential = await askCredential(
    container,
    connection,
    { id, name: client.client_name || id },
    setup.method,
  );
  return credential && { id, credential };
}

/** Creates a client that can do just what the run needs. */
export async function temporaryFor(
  { records }: OAuth2,
  api: OryClient,
  record: Omit<TemporaryRecord, 'what' | 'id'>,
  setup: RunSetup,
  redirectUris: readonly string[],
  signal: AbortSignal,
): Promise<RunClient> {
  const { grantTypes } = FLOWS[setup.flow];
  const wanted = {
    grantTypes,
    scope: setup.scope,
    audience: setup.audience,
    redirectUris,
    postLogoutRedirectUris: redirectUris,
    method: setup.method,
  };
  const client = await createTemporaryClient(api, wanted, record, records, { signal });
  if (client.id === '') throw new OryError('not-ory', l10n.t('The server created a client without an id.'));
  return client;
}
