import assert from 'node:assert/strict';
import { isAlive } from '../../../src/ory/operations/meta.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer } from '../support/test-server.ts';

describe('undici', () => {
  it('leaves the process-wide dispatcher to others', async () => {
    const server = await startTestServer((_, response) => answerJson(response, { status: 'ok' }));
    const slots = () =>
      Object.getOwnPropertySymbols(globalThis).filter((symbol) =>
        String(symbol.description).startsWith('undici.'),
      );
    const before = slots();
    await testClient(server.url).call(isAlive('kratos-admin'), {});
    assert.deepEqual(slots(), before);
    await server.close();
  });
});
