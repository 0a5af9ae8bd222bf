import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import type * as vscode from 'vscode';
import type { Connection } from '../../src/connections/model.ts';
import { parseConnections } from '../../src/connections/parse.ts';
import { ConnectionSecrets } from '../../src/connections/secrets.ts';
import { ClientPool } from '../../src/editor/client-pool.ts';
import { getIdentity } from '../../src/ory/operations/identities.ts';
import { Redactor } from '../../src/ory/secrets/redactor.ts';
import { answerJson, startTestServer, type TestServer } from './support/test-server.ts';

describe('the pool of clients', () => {
  let server: TestServer;
  let pending: ServerResponse | undefined;
  let known: Connection[];
  let tellChange: () => void;
  let pool: ClientPool;

  beforeEach(async () => {
    pending = undefined;
    server = await startTestServer((_, response) => (pending = response));
    known = [connection('Before')];
    const redactor = new Redactor();
    const nothing = () => Promise.resolve(undefined);
    const storage = { get: nothing, store: () => Promise.resolve(), delete: () => Promise.resolve() };
    const log = { info: () => undefined, warn: () => undefined } as unknown as vscode.LogOutputChannel;
    pool = new ClientPool(
      {
        byId: (id) => known.find((one) => one.id === id),
        onDidChange: (told) => {
          tellChange = () => told();
          return { dispose: () => undefined };
        },
      },
      new ConnectionSecrets(storage, { keys: () => [], save: () => Promise.resolve() }, redactor, 'w'),
      redactor,
      () => log,
    );
  });
  afterEach(async () => {
    pool.dispose();
    await server.close();
  });

  const connection = (name: string): Connection =>
    parseConnections([{ id: 'c', name, type: 'self-hosted', kratosAdmin: server.url }], []).connections[0] ??
    assert.fail('no connection');

  const arrived = async () => {
    while (!pending) await new Promise((resolve) => setTimeout(resolve, 5));
    return pending;
  };

  it('lets a request end that was under way when the settings changed', async () => {
    const [before] = known;
    assert.ok(before);
    const reply = pool.clientOf(before).call(getIdentity, { id: 'ada' });
    const response = await arrived();
    assert.notEqual(pool.clientOf(connection('After')), pool.clientOf(before));
    await new Promise((resolve) => setTimeout(resolve, 50));
    answerJson(response, { id: 'ada' });
    assert.equal((await reply).data.id, 'ada');
  });

  it('lets a request end whose connection was removed, and forgets its client', async () => {
    const [one] = known;
    assert.ok(one);
    const client = pool.clientOf(one);
    const reply = client.call(getIdentity, { id: 'ada' });
    const response = await arrived();
    known = [];
    tellChange();
    answerJson(response, { id: 'ada' });
    assert.equal((await reply).data.id, 'ada');
    assert.notEqual(pool.clientOf(one), client);
  });
});
