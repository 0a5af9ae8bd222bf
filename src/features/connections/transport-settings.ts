import type { Connection } from '../../connections/model.ts';
import type { TransportSettings } from '../../ory/http/transport.ts';

/** How a connection's servers are reached; its sockets are part of their addresses. */
export function transportOf(connection: Connection): TransportSettings {
  const { caFile, certFile, keyFile, proxy } = connection;
  return {
    ...(caFile ? { caFile } : {}),
    ...(certFile ? { certFile } : {}),
    ...(keyFile ? { keyFile } : {}),
    ...(proxy ? { proxy } : {}),
  };
}
