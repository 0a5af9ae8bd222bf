import { originOf } from '../../connections/address.ts';
import type { Connection } from '../../connections/model.ts';
import type { ConnectionSecrets } from '../../connections/secrets.ts';
import type { TransportSettings } from '../../ory/http/transport.ts';

/** How a connection's servers are reached; its sockets are part of their addresses. */
export async function transportOf(
  secrets: Pick<ConnectionSecrets, 'get'>,
  connection: Connection,
): Promise<TransportSettings> {
  const { caFile, certFile, keyFile, proxy } = connection;
  const proxyAuthorization = proxy
    ? await secrets.get(connection, originOf(proxy), 'proxy-authorization')
    : undefined;
  return {
    ...(caFile ? { caFile } : {}),
    ...(certFile ? { certFile } : {}),
    ...(keyFile ? { keyFile } : {}),
    ...(proxy ? { proxy } : {}),
    ...(proxyAuthorization ? { proxyAuthorization } : {}),
  };
}
