import assert from 'node:assert/strict';
import { runContext } from '../../../src/flows/oauth2/context.ts';
import { beginDevice } from '../../../src/flows/oauth2/runs/device.ts';
import { Trace } from '../../../src/flows/oauth2/trace.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { testClient } from '../support/test-client.ts';
import { startTestServer } from '../support/test-server.ts';

describe('a run at a provider that lacks it', () => {
  it('says that there is no such request, where the router answers as Hydra 2.0’s does', async () => {
    const server = await startTestServer((_, response) => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('404 page not found\n');
    });
    const redactor = new Redactor();
    const transport = new UndiciTransport();
    try {
      const context = await runContext({
        // It names the endpoint, and has none.
        provider: {
          address: server.url,
          issuer: server.url,
          metadata: { device_authorization_endpoint: server.url },
          keys: [],
        },
        client: { id: 'tv', credential: { method: 'none' } },
        api: testClient(server.url),
        endpoints: () => Promise.resolve({ baseUrl: server.url, transport }),
        trace: new Trace(redactor),
        redactor,
        signal: new AbortController().signal,
      });
      await assert.rejects(() => beginDevice(context, { scope: 'openid' }), {
        message: 'The provider has no such request (404): it may be older than this flow.',
      });
    } finally {
      await transport.close();
      await server.close();
    }
  });
});
