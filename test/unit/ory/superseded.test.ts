// Reads that nobody waits for any more: a Kratos with an in-memory database loses its data when they are broken off.
// By hand also against a real one: ORY_STRESS_KRATOS=http://127.0.0.1:4434 (dsn: memory).
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { LazyTransport, isNearby } from '../../../src/ory/http/choose-transport.ts';
import { isOryError } from '../../../src/ory/errors.ts';
import { createIdentity, getIdentity, listIdentities } from '../../../src/ory/operations/identities.ts';
import { eventually } from '../../support/eventually.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

const { ORY_STRESS_KRATOS: kratos } = process.env;

describe('a request to a server nearby that nobody waits for any more', () => {
  let server: TestServer;
  let open: ServerResponse[];
  let brokenOff: number;

  beforeEach(async () => {
    open = [];
    brokenOff = 0;
    server = await startTestServer((_, response) => {
      open.push(response);
      response.on('close', () => {
        if (!response.writableEnded) brokenOff++;
      });
    });
  });
  afterEach(() => server.close());

  const client = (timeoutMs?: number) =>
    testClient(server.url, new LazyTransport(server.url), timeoutMs === undefined ? {} : { timeoutMs });
  const arrived = (count: number) =>
    eventually(
      () => open.length,
      (now) => now === count,
    );
  const answerAll = () => {
    for (const response of open) if (!response.writableEnded) answerJson(response, []);
  };
  const read = (from: ReturnType<typeof client>, signal: AbortSignal) =>
    from.call(listIdentities, {}, { signal });
  const isCancelled = (error: unknown) => isOryError(error, 'cancelled');

  it('is cancelled at once for who asked, and ends by itself on the server', async () => {
    const asker = client();
    for (let count = 1; count <= 3; count++) {
      const superseded = new AbortController();
      const answer = read(asker, superseded.signal);
      await arrived(count);
      superseded.abort();
      await assert.rejects(answer, isCancelled);
    }
    const last = read(asker, new AbortController().signal);
    await arrived(4);
    assert.equal(brokenOff, 0);
    answerAll();
    assert.equal((await last).status, 200);
    assert.equal(brokenOff, 0);
  });

  it('ends by itself after the time limit of who asked, too', async () => {
    const answer = client(20).call(listIdentities, {});
    await assert.rejects(answer, (error) => isOryError(error, 'timeout'));
    assert.equal(open.length, 1);
    assert.equal(brokenOff, 0);
    answerAll();
  });

  it('is one of a few: the next read waits for one to end, and is never sent when it is not wanted any more', async () => {
    const asker = client();
    for (let count = 1; count <= 4; count++) {
      const superseded = new AbortController();
      const answer = read(asker, superseded.signal);
      await arrived(count);
      superseded.abort();
      await assert.rejects(answer, isCancelled);
    }
    const unwanted = new AbortController();
    const dropped = read(asker, unwanted.signal);
    const wanted = read(asker, new AbortController().signal);
    unwanted.abort();
    await assert.rejects(dropped, isCancelled);
    // A write waits for nobody.
    const write = asker.call(createIdentity, { body: { schema_id: 'default', traits: {} } });
    await arrived(5);
    assert.deepEqual(
      server.received.map(({ method }) => method),
      ['GET', 'GET', 'GET', 'GET', 'POST'],
    );
    answerAll();
    await arrived(6);
    answerAll();
    assert.equal((await wanted).status, 200);
    await write;
    assert.equal(server.received.length, 6);
    assert.equal(brokenOff, 0);
  });

  it('is not sent at all when it was cancelled before', async () => {
    await assert.rejects(read(client(), AbortSignal.abort()), isCancelled);
    assert.equal(server.received.length, 0);
  });

  it('does not keep the connection from being closed', async () => {
    const transport = new LazyTransport(server.url);
    const superseded = new AbortController();
    const answer = read(testClient(server.url, transport), superseded.signal);
    await arrived(1);
    superseded.abort();
    await assert.rejects(answer, isCancelled);
    await transport.close();
    assert.equal(brokenOff, 0);
    answerAll();
  });

  it('is what servers beyond are spared', () => {
    for (const host of [
      'localhost',
      '127.0.0.1',
      '[::1]',
      'kratos',
      'host.docker.internal',
      '172.17.0.1',
      '10.1.2.3',
      '192.168.0.7',
      '[fd00::1]',
      'box.local',
    ])
      assert.ok(isNearby(host), host);
    for (const host of [
      'api.console.ory.sh',
      '172.32.0.1',
      '100.64.0.1',
      '8.8.8.8',
      '[2001:db8::1]',
      '10.example.com',
    ])
      assert.ok(!isNearby(host), host);
  });

  const real = kratos === undefined ? () => undefined : it;
  real('leaves a real Kratos its in-memory database, sixty times', async () => {
    const url = kratos ?? '';
    const asker = testClient(url, new LazyTransport(url));
    const email = `superseded-${Date.now().toString(36)}@example.com`;
    const made = await asker.call(createIdentity, { body: { schema_id: 'default', traits: { email } } });
    for (let count = 0; count < 60; count++) {
      const superseded = new AbortController();
      const answer = asker.call(
        listIdentities,
        { credentials_identifier: email },
        { signal: superseded.signal },
      );
      setTimeout(() => superseded.abort(), count % 7);
      await answer.catch((error: unknown) => assert.ok(isCancelled(error), String(error)));
    }
    assert.equal((await asker.call(getIdentity, { id: made.data.id })).status, 200);
  });
});
