import assert from 'node:assert/strict';
import { isOryError } from '../../../src/ory/errors.ts';
import { serviceHealth } from '../../../src/kinds/service-health.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

type Answering = Parameters<typeof startTestServer>[0];

describe('the health of a server', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const ask = async (answer: Answering) => {
    server = await startTestServer(answer);
    return serviceHealth(testClient(server.url), 'kratos-admin');
  };

  it('tells that it is ready, and its version', async () => {
    const health = await ask(({ url }, response) =>
      answerJson(response, url === '/version' ? { version: 'v1' } : { status: 'ok' }),
    );
    assert.deepEqual(health, { ready: true, version: 'v1' });
  });

  it('follows Kratos 0.11 from /version to /admin/version, on the same server', async () => {
    const health = await ask(({ url }, response) => {
      if (url.startsWith('/admin/')) {
        answerJson(response, url.endsWith('version') ? { version: 'v0.11.1' } : { status: 'ok' });
      } else response.writeHead(307, { location: `/admin${url}` }).end();
    });
    assert.deepEqual(health, { ready: true, version: 'v0.11.1' });
  });

  it('follows to no other server', async () => {
    const asked = ask(({ url }, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:9/admin${url}` }).end(),
    );
    await assert.rejects(asked, (error) => isOryError(error, 'redirected'));
    assert.ok(server.received.every(({ url }) => !url.startsWith('/admin')));
  });

  it('tells why a server is not ready', async () => {
    const health = await ask(({ url }, response) =>
      url === '/version'
        ? answerJson(response, {})
        : answerJson(response, { error: { message: 'database is gone' } }, 500),
    );
    assert.equal(health.ready, false);
    assert.match(health.detail ?? '', /database is gone/);
  });
});
