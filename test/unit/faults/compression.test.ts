// A gateway that names a compression which it did not use: `fetch` decompresses by itself, and gives up.
import assert from 'node:assert/strict';
import { errorWords } from '../../../src/editor/error-words.ts';
import { FetchTransport } from '../../../src/ory/http/fetch-transport.ts';
import { isOryError } from '../../../src/ory/errors.ts';
import { createIdentity, listIdentities } from '../../../src/ory/operations/identities.ts';
import { testClient } from '../support/test-client.ts';
import { startTestServer } from '../support/test-server.ts';

describe('answers that are not compressed as they say', () => {
  for (const encoding of ['gzip', 'deflate', 'br'])
    it(`are told as such, and writes as uncertain (${encoding})`, async () => {
      const server = await startTestServer((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding });
        response.end('{"id":"x"}');
      });
      try {
        const client = testClient(server.url, new FetchTransport());
        await assert.rejects(client.call(listIdentities, {}), (error) => {
          assert.ok(isOryError(error, 'interrupted'), String(error));
          assert.equal(error.message, `${server.url} did not answer: what came back is compressed badly.`);
          return true;
        });
        const before = server.received.length;
        await assert.rejects(
          client.call(createIdentity, { body: { schema_id: 'default', traits: {} } }),
          (error) => errorWords(error, 'Acme').message.includes('may have been carried out'),
        );
        assert.equal(server.received.length, before + 1);
      } finally {
        await server.close();
      }
    });
});
