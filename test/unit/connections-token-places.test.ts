import assert from 'node:assert/strict';
import type { SelfHostedConnection } from '../../src/connections/model.ts';
import { parseConnections } from '../../src/connections/parse.ts';
import { tokenPlaces } from '../../src/features/connections/token-places.ts';
import { answerJson, startTestServer, type TestServer } from './support/test-server.ts';

describe('the places of an access token', () => {
  let open: TestServer;
  let gateway: TestServer;
  let other: TestServer;

  before(async () => {
    open = await startTestServer((_, response) => answerJson(response, { status: 'ok' }));
    const refuse = (url: string) => !url.startsWith('/health');
    const guard: Parameters<typeof startTestServer>[0] = ({ url }, response) =>
      answerJson(response, refuse(url) ? 'who are you?' : { status: 'ok' }, refuse(url) ? 401 : 200);
    gateway = await startTestServer(guard);
    other = await startTestServer(guard);
  });
  after(() => Promise.all([open.close(), gateway.close(), other.close()]));

  const connection = (addresses: Record<string, string>) =>
    parseConnections([{ id: 'c', type: 'self-hosted', ...addresses }], [])
      .connections[0] as SelfHostedConnection;
  const holding = (...origins: string[]) => ({
    get: (_: unknown, origin: string) => Promise.resolve(origins.includes(origin) ? 'token' : undefined),
  });

  it('are the servers that ask for one, and no other address of the connection', async () => {
    const found = await tokenPlaces(
      holding(),
      connection({ kratosAdmin: open.url, kratosPublic: open.url, hydraAdmin: gateway.url }),
    );
    assert.deepEqual(found, { address: gateway.url, origins: [gateway.url] });
    for (const { received } of [open, gateway])
      assert.ok(received.every(({ headers }) => headers.authorization === undefined));
  });

  it('are those that have one already, too', async () => {
    const found = await tokenPlaces(
      holding(open.url),
      connection({ kratosPublic: open.url, hydraAdmin: gateway.url, kratosAdmin: other.url }),
    );
    assert.deepEqual(new Set(found.origins), new Set([open.url, gateway.url, other.url]));
    assert.equal(found.address, other.url);
  });

  it('are the administrators’ port alone where nobody asks for one, or nobody answers', async () => {
    const found = await tokenPlaces(
      holding(),
      connection({ kratosPublic: open.url, kratosAdmin: 'http://127.0.0.1:1' }),
    );
    assert.deepEqual(found, { address: 'http://127.0.0.1:1', origins: ['http://127.0.0.1:1'] });
  });

  it('are the server that one was asked for on purpose', async () => {
    const found = await tokenPlaces(
      holding(),
      connection({ kratosAdmin: open.url, hydraPublic: other.url }),
      [other.url],
    );
    assert.deepEqual(found, { address: other.url, origins: [other.url] });
  });
});
