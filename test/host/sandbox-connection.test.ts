import assert from 'node:assert/strict';
import { hasService } from '../../src/connections/model.ts';
import { parseConnections } from '../../src/connections/parse.ts';
import type { ConnectionEntry, ConnectionStore } from '../../src/editor/connection-store.ts';
import { connectSandbox } from '../../src/features/sandbox/connection.ts';
import { SERVICES } from '../../src/ory/operations/operation.ts';
import { serviceHealth } from '../../src/kinds/service-health.ts';
import { testClient } from '../unit/support/test-client.ts';
import { sandboxAddresses } from './support.ts';

describe('the connection to the sandbox', () => {
  it('has every service that the sandbox emulates, and each of them answers', async () => {
    const addresses = sandboxAddresses();
    let written: ConnectionEntry | undefined;
    const store = {
      all: [],
      byId: () => undefined,
      put: (entry: ConnectionEntry) => Promise.resolve(void (written = entry)),
      activate: () => Promise.resolve(),
    };
    await connectSandbox(store as unknown as ConnectionStore, addresses);
    const [connection] = parseConnections([written], []).connections;
    assert.ok(connection);
    for (const service of SERVICES) {
      assert.ok(hasService(connection, service), service);
      if (service === 'console') continue;
      const health = await serviceHealth(testClient(addresses[service] ?? ''), service, {});
      assert.ok(health.ready, service);
    }
  });
});
