import assert from 'node:assert/strict';
import { type OryError, isOryError } from '../../../src/ory/errors.ts';
import { listOAuth2Clients, patchOAuth2Client } from '../../../src/ory/operations/clients.ts';
import { createIdentity, getIdentity, listIdentities } from '../../../src/ory/operations/identities.ts';
import { RawBody } from '../../../src/ory/operations/operation.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { testClient, TRANSPORTS } from '../support/test-client.ts';

async function failure(call: Promise<unknown>): Promise<OryError> {
  const error: unknown = await call.then(
    () => assert.fail('the call succeeded'),
    (reason: unknown) => reason,
  );
  assert.ok(isOryError(error), String(error));
  return error;
}

for (const [name, transport] of TRANSPORTS) {
  describe(`client over ${name}`, () => {
    let server: TestServer;
    afterEach(() => server.close());

    it('sends path parameters as one segment each, whatever is in them', async () => {
      server = await startTestServer((_, response) => answerJson(response, { id: 'x' }));
      await testClient(server.url, transport()).call(getIdentity, {
        id: 'a/../b c?%',
        include_credential: ['oidc', 'totp'],
      });
      assert.equal(
        server.received[0]?.url,
        '/admin/identities/a%2F..%2Fb%20c%3F%25?include_credential=oidc&include_credential=totp',
      );
    });

    it('refuses an id that HTTP paths swallow, without a request', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}));
      const error = await failure(testClient(server.url, transport()).call(getIdentity, { id: '..' }));
      assert.match(error.message, /can't be addressed/);
      assert.equal(server.received.length, 0);
    });

    it('sends a raw body digit for digit and shows the credential', async () => {
      server = await startTestServer((_, response) => answerJson(response, { client_id: 'c' }));
      const text = '[{"op":"add","path":"/metadata","value":{"10":1,"2":12345678901234567890}}]';
      const client = testClient(server.url, transport(), { authorization: 'Bearer ory_pat_secret' });
      await client.call(patchOAuth2Client, { id: 'c', body: new RawBody(text) });
      assert.equal(server.received[0]?.body, text);
      assert.equal(server.received[0].headers.authorization, 'Bearer ory_pat_secret');
      assert.equal(server.received[0].headers['content-type'], 'application/json');
    });

    it('keeps the answer as it was sent', async () => {
      const text = '{"id":"x","traits":{"10":1,"2":12345678901234567890}}';
      server = await startTestServer((_, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(text);
      });
      const reply = await testClient(server.url, transport()).call(getIdentity, { id: 'x' });
      assert.equal(reply.text, text);
      assert.equal(reply.data.id, 'x');
    });

    it('follows no redirect and says where it pointed', async () => {
      server = await startTestServer((_, response) => {
        response.writeHead(307, { location: 'http://127.0.0.1:1/admin/identities' });
        response.end();
      });
      const error = await failure(
        testClient(server.url, transport(), { authorization: 'Bearer x' }).call(listIdentities, {}),
      );
      assert.equal(error.kind, 'redirected');
      assert.equal(error.facts.location, 'http://127.0.0.1:1/admin/identities');
      assert.equal(server.received.length, 1);
    });

    it('tries a read again when the server is busy, and gives up after the last attempt', async () => {
      server = await startTestServer((_, response, count) =>
        count < 3 ? answerJson(response, { error: { code: 503 } }, 503) : answerJson(response, []),
      );
      const reply = await testClient(server.url, transport()).call(listIdentities, {});
      assert.deepEqual(reply.data, []);
      assert.equal(server.received.length, 3);
    });

    it('tries a broken connection again for reads, never for writes', async () => {
      server = await startTestServer((_, response) => response.destroy());
      const client = testClient(server.url, transport());
      assert.equal((await failure(client.call(listIdentities, {}))).kind, 'interrupted');
      assert.equal(server.received.length, 3);
      const body = { schema_id: 'default', traits: {} };
      assert.equal((await failure(client.call(createIdentity, { body }))).kind, 'interrupted');
      assert.equal(server.received.length, 4);
    });

    it('waits as long as Ory asks before it sends again, writes too, and says so', async () => {
      server = await startTestServer((_, response, count) =>
        count === 1
          ? answerJson(response, { error: { code: 429, message: 'slow down' } }, 429, {
              'x-ratelimit-reset': '0',
            })
          : answerJson(response, { id: 'new' }, 201),
      );
      const pauses: string[] = [];
      const client = testClient(server.url, transport(), { onPause: (pause) => pauses.push(pause.reason) });
      const reply = await client.call(createIdentity, { body: { schema_id: 'default', traits: {} } });
      assert.equal(reply.data.id, 'new');
      assert.deepEqual(pauses, ['rate-limit']);
    });

    it('ends at once when cancelled while it waits', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}, 429, { 'retry-after': '30' }));
      const controller = new AbortController();
      const call = testClient(server.url, transport(), { onPause: () => controller.abort() }).call(
        listIdentities,
        {},
        { signal: controller.signal },
      );
      assert.equal((await failure(call)).kind, 'cancelled');
    });

    it('ends at once when cancelled while the server thinks', async () => {
      const controller = new AbortController();
      server = await startTestServer(() => controller.abort());
      const call = testClient(server.url, transport()).call(
        listIdentities,
        {},
        { signal: controller.signal },
      );
      assert.equal((await failure(call)).kind, 'cancelled');
    });

    it('gives up on a server that takes too long', async () => {
      server = await startTestServer(() => undefined);
      const call = testClient(server.url, transport(), { timeoutMs: 50 }).call(listIdentities, {});
      assert.equal((await failure(call)).kind, 'timeout');
    });

    it('says that nothing listens there', async () => {
      server = await startTestServer(() => undefined);
      const { url } = server;
      await server.close();
      const error = await failure(testClient(url, transport()).call(listIdentities, {}));
      assert.equal(error.kind, 'unreachable');
      assert.match(error.message, /nothing listens there/);
    });

    it('tells a page of HTML from an answer of Ory', async () => {
      server = await startTestServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html>Sign in to continue</html>');
      });
      const reply = await testClient(server.url, transport()).call(listIdentities, {});
      assert.throws(() => reply.data, /which no Ory server does/);
    });

    it('notices an answer that was cut short', async () => {
      server = await startTestServer((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('[{"id":');
        setTimeout(() => response.destroy(), 5);
      });
      assert.equal(
        (await failure(testClient(server.url, transport()).call(listIdentities, {}))).kind,
        'interrupted',
      );
    });
  });
}

describe('rate limits', () => {
  it('holds the next request of a used-up bucket back instead of being refused', async () => {
    const server = await startTestServer((_, response, count) =>
      answerJson(
        response,
        [],
        200,
        count === 1 ? { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } : {},
      ),
    );
    const pauses: number[] = [];
    const client = testClient(server.url, undefined, { onPause: (pause) => pauses.push(pause.ms) });
    await client.call(listIdentities, {});
    await client.call(listOAuth2Clients, {});
    assert.deepEqual(pauses, [], 'another bucket is not held back');
    const controller = new AbortController();
    const held = client.call(
      listIdentities,
      {},
      { signal: controller.signal, onPause: () => controller.abort() },
    );
    assert.equal((await failure(held)).kind, 'cancelled');
    assert.equal(pauses.length, 1);
    assert.equal(server.received.length, 2);
    await server.close();
  });
});
