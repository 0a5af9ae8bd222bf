import assert from 'node:assert/strict';
import { ConnectionEndpoints } from '../../../src/connections/endpoints.ts';
import type { Connection } from '../../../src/connections/model.ts';
import { parseConnections } from '../../../src/connections/parse.ts';
import { clientSlot } from '../../../src/connections/secrets.ts';
import { storedWords } from '../../../src/features/connections/stored-words.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { secretsIn } from '../support/secret-store.ts';

const connect = (entry: object, scope: 'user' | 'workspace' = 'user'): Connection => {
  const { connections } = scope === 'user' ? parseConnections([entry], []) : parseConnections([], [entry]);
  return connections[0]!;
};
const selfHosted = { id: 'c', type: 'self-hosted', kratosAdmin: 'https://kratos.example' };
const origin = 'https://kratos.example';

describe('secrets of connections', () => {
  it('go only to the origin that they were entered for', async () => {
    const secrets = secretsIn(new Map());
    await secrets.store(connect(selfHosted), origin, 'authorization', 'token-1');
    const authorization = async (entry: object) =>
      (
        await new ConnectionEndpoints(connect(entry), secrets, () => undefined).find(
          'kratos-admin',
          'project-key',
        )
      ).authorization;
    assert.equal(await authorization(selfHosted), 'Bearer token-1');
    assert.equal(await authorization({ ...selfHosted, kratosAdmin: 'https://evil.example' }), undefined);
    assert.equal(await authorization({ ...selfHosted, kratosAdmin: 'http://kratos.example' }), undefined);
    assert.equal(
      await authorization({ ...selfHosted, kratosAdmin: 'https://kratos.example:8443' }),
      undefined,
    );
  });

  it('of the user are not given to a workspace’s connection of the same id, nor to another workspace', async () => {
    const store = new Map<string, string>();
    await secretsIn(store).store(connect(selfHosted), origin, 'authorization', 'token-1');
    const theirs = connect(selfHosted, 'workspace');
    assert.equal(await secretsIn(store).get(theirs, origin, 'authorization'), undefined);
    await secretsIn(store, 'workspace-1').store(theirs, origin, 'authorization', 'token-2');
    assert.equal(await secretsIn(store, 'workspace-2').get(theirs, origin, 'authorization'), undefined);
  });

  it('are all forgotten at sign-out, whatever the address was', async () => {
    const store = new Map<string, string>();
    const secrets = secretsIn(store);
    const connection = connect(selfHosted);
    await secrets.store(connection, origin, 'authorization', 'token-1');
    await secrets.store(connection, 'https://older.example', 'authorization', 'token-0');
    await secrets.forget(connection);
    assert.equal(store.size, 0);
    assert.equal(secrets.holdsAny(connection), false);
  });

  it('are called by what they are where they are forgotten', async () => {
    const secrets = secretsIn(new Map());
    const connection = connect(selfHosted);
    const words = () => storedWords(secrets.stored(connection));
    assert.deepEqual(words(), { what: '', many: false });
    await secrets.store(connection, origin, 'project-key-id', 'id');
    await secrets.store(connection, origin, 'session-token', 'token-of-a-person');
    assert.deepEqual(words(), { what: 'session token', many: false });
    await secrets.store(connection, 'https://other.example', 'authorization', 'key');
    assert.deepEqual(words(), { what: 'key and session token', many: true });
    await secrets.store(connection, origin, clientSlot('client-secret', 'a|b'), 'shh');
    assert.deepEqual(words(), { what: 'key, session token and clients’ secrets', many: true });
    await secrets.forget(connection);
    assert.equal(words().what, '');
  });

  it('are cut out of every text from the moment they are known', async () => {
    const redactor = new Redactor();
    await secretsIn(new Map(), 'w', redactor).store(
      connect(selfHosted),
      origin,
      'authorization',
      'plain-token',
    );
    assert.ok(!redactor.text('sent plain-token along').includes('plain-token'));
  });

  it('are asked for in words where they are missing', async () => {
    const network = connect({ id: 'n', name: 'Acme', type: 'network', slug: 'acme' });
    const endpoints = new ConnectionEndpoints(network, secretsIn(new Map()), () => undefined);
    await assert.rejects(endpoints.find('kratos-admin', 'project-key'), /Acme needs a project API key/);
    await assert.rejects(endpoints.find('console', 'workspace-key'), /Acme needs a workspace API key/);
  });

  it('of a workspace open its projects’ console, of a project never', async () => {
    const secrets = secretsIn(new Map());
    const workspace = connect({ id: 'w', type: 'workspace' });
    const project = connect({ id: 'n', type: 'network', slug: 'acme', workspace: 'w' });
    await secrets.store(workspace, 'https://api.console.ory.sh', 'workspace-key', 'ory_wak_123456');
    await secrets.store(project, 'https://acme.projects.oryapis.com', 'project-key', 'ory_pat_123456');
    const endpoints = new ConnectionEndpoints(project, secrets, (id) => (id === 'w' ? workspace : undefined));
    assert.equal((await endpoints.find('console', 'workspace-key')).authorization, 'Bearer ory_wak_123456');
    assert.equal((await endpoints.find('hydra-admin', 'project-key')).authorization, 'Bearer ory_pat_123456');
    assert.equal((await endpoints.find('kratos-public', 'none')).authorization, undefined);
  });
});
