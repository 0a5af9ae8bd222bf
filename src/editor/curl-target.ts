import * as l10n from '@vscode/l10n';
import { originOf, parseAddress } from '../connections/address.ts';
import { headerOf } from '../connections/authorization.ts';
import { addressOf, type Connection } from '../connections/model.ts';
import type { ConnectionSecrets } from '../connections/secrets.ts';
import type { CurlTarget } from '../ory/curl.ts';
import { OryError } from '../ory/errors.ts';
import type { Operation } from '../ory/operations/operation.ts';

/** Where an operation goes on a connection, and under which name its key would stand in a command line. */
export async function targetOf(
  secrets: ConnectionSecrets,
  connection: Connection,
  { service, credential }: Operation,
): Promise<CurlTarget> {
  const address = addressOf(connection, service);
  if (address === undefined)
    throw new OryError('no-service', l10n.t('{0} has no address for {1}.', connection.name, service), {
      service,
    });
  const { baseUrl, socketPath } = parseAddress(address);
  const key = await keyOf(secrets, connection, address, { service, credential });
  return { baseUrl, ...(socketPath ? { socketPath } : {}), ...key };
}

async function keyOf(
  secrets: ConnectionSecrets,
  connection: Connection,
  address: string,
  { service, credential }: Pick<Operation, 'service' | 'credential'>,
): Promise<Pick<CurlTarget, 'keyVariable' | 'wholeHeader'>> {
  if (connection.type === 'self-hosted') {
    if (service === 'console' && connection.sandbox) return { keyVariable: 'ORY_WORKSPACE_API_KEY' };
    const kept = await secrets.get(connection, originOf(address), 'authorization');
    if (!kept) return {};
    return headerOf(kept) === kept
      ? { keyVariable: 'ORY_AUTHORIZATION', wholeHeader: true }
      : { keyVariable: 'ORY_TOKEN' };
  }
  if (service === 'console') return { keyVariable: 'ORY_WORKSPACE_API_KEY' };
  return credential === 'project-key' ? { keyVariable: 'ORY_PROJECT_API_KEY' } : {};
}
