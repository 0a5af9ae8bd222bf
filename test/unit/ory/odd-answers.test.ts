import assert from 'node:assert/strict';
import { isOryError } from '../../../src/ory/errors.ts';
import { FetchTransport } from '../../../src/ory/http/fetch-transport.ts';
import { MAXIMUM_ANSWER } from '../../../src/ory/http/transport.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import { listIdentities } from '../../../src/ory/operations/identities.ts';
import { collect } from '../../../src/ory/paging.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer } from '../support/test-server.ts';

describe('odd answers', () => {
  it('that hold no list are told, not taken for an empty one', async () => {
    const server = await startTestServer((_, response) => answerJson(response, { status: 'ok', tags: [] }));
    await assert.rejects(collect(testClient(server.url), listIdentities, {}), (error) =>
      isOryError(error, 'not-ory'),
    );
    await server.close();
  });

  it('with gaps in their list are read without them', async () => {
    const server = await startTestServer((_, response) => answerJson(response, [null, { id: 'a' }]));
    assert.deepEqual(await collect(testClient(server.url), listIdentities, {}), [{ id: 'a' }]);
    await server.close();
  });

  for (const [name, transport] of [
    ['undici', new UndiciTransport()],
    ['fetch', new FetchTransport()],
  ] as const) {
    it(`that never end are cut off (${name})`, async () => {
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const server = await startTestServer((_, response) => {
        let sent = 0;
        const more = () => {
          while (sent <= MAXIMUM_ANSWER + 2 * chunk.length) {
            sent += chunk.length;
            if (!response.write(chunk)) return void response.once('drain', more);
          }
          response.end();
        };
        more();
      });
      await assert.rejects(
        transport.send({ method: 'GET', url: server.url, headers: {}, timeoutMs: 20_000 }),
        (error) => isOryError(error, 'too-large'),
      );
      await transport.close();
      await server.close();
    });
  }
});
