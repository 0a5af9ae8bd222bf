import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basicOf } from '../../../src/connections/authorization.ts';
import { ConnectionEndpoints } from '../../../src/connections/endpoints.ts';
import type { Connection } from '../../../src/connections/model.ts';
import { parseConnections } from '../../../src/connections/parse.ts';
import { isOryError } from '../../../src/ory/errors.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { LiveConnection } from '../../../src/editor/live-connection.ts';
import { secretsIn } from '../support/secret-store.ts';
import { startTestProxy, type TestProxy } from '../support/test-proxy.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

type Entry = Readonly<Record<string, unknown>>;
const read = (entry: Entry, scope: 'user' | 'workspace'): Connection =>
  (scope === 'user' ? parseConnections([entry], []) : parseConnections([], [entry])).connections[0] ??
  assert.fail('no connection');

const SECRETS = {
  'project-key': 'https://acme.projects.oryapis.com',
  'workspace-key': 'https://api.console.ory.sh',
  authorization: 'https://kratos.example',
  'session-token': 'https://kratos.example',
  'registration-token:a': 'https://hydra.example',
  'client-secret:a': 'https://hydra.example',
} as const;

describe('a stored secret', () => {
  let folder: string;
  let ca: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ory-through-'));
    for (const name of ['ca.pem', 'other.pem']) writeFileSync(join(folder, name), name);
    ca = join(folder, 'ca.pem');
  });
  beforeEach(() => writeFileSync(ca, 'ca.pem'));
  after(() => rmSync(folder, { recursive: true }));

  const kratos = { id: 'c', name: 'Staging', type: 'self-hosted', kratosAdmin: 'https://kratos.example' };
  const network = { id: 'c', name: 'Staging', type: 'network', slug: 'acme' };
  const evil = 'http://proxy.evil.example:3128';

  /** Two settings of one connection, and what is said to have changed between them. */
  const changes: readonly (readonly [string, () => Entry, () => Entry, readonly string[]])[] = [
    ['a proxy that was added', () => ({}), () => ({ proxy: evil }), ['proxy']],
    ['another proxy', () => ({ proxy: 'http://proxy:3128' }), () => ({ proxy: evil }), ['proxy']],
    ['a proxy that was removed', () => ({ proxy: 'http://proxy:3128' }), () => ({}), ['proxy']],
    ['a CA that was added', () => ({}), () => ({ caFile: ca }), ['CA file']],
    ['another CA file', () => ({ caFile: ca }), () => ({ caFile: join(folder, 'other.pem') }), ['CA file']],
    [
      'another CA in the same file',
      () => ({ caFile: ca }),
      () => {
        writeFileSync(ca, 'evil');
        return { caFile: ca };
      },
      ['CA file'],
    ],
    [
      'another client certificate',
      () => ({ certFile: '/a', keyFile: '/b' }),
      () => ({ certFile: '/c', keyFile: '/b' }),
      ['client certificate'],
    ],
    ['another client key', () => ({ keyFile: '/b' }), () => ({ keyFile: '/c' }), ['client certificate']],
    ['a proxy and a CA', () => ({}), () => ({ proxy: evil, caFile: ca }), ['proxy', 'CA file']],
  ];
  for (const scope of ['user', 'workspace'] as const)
    for (const [name, before, after_, words] of changes)
      it(`is not sent through ${name} (${scope} settings)`, async () => {
        for (const [slot, origin] of Object.entries(SECRETS) as [keyof typeof SECRETS, string][]) {
          const store = new Map<string, string>();
          const then = read({ ...kratos, ...before() }, scope);
          await secretsIn(store).store(then, origin, slot, 'shh-secret');
          assert.equal(await secretsIn(store).get(then, origin, slot), 'shh-secret', slot);
          const now = read({ ...kratos, ...after_() }, scope);
          assert.equal(await secretsIn(store).get(now, origin, slot), undefined, slot);
          assert.deepEqual(await secretsIn(store).changedSince(now, origin, slot), words, slot);
          writeFileSync(ca, 'ca.pem');
        }
      });

  it('is asked for again, and what changed is said', async () => {
    const ways: readonly (readonly [Entry, keyof typeof SECRETS, 'kratos-admin' | 'console'])[] = [
      [kratos, 'authorization', 'kratos-admin'],
      [network, 'project-key', 'kratos-admin'],
      [network, 'workspace-key', 'console'],
    ];
    for (const [entry, slot, service] of ways) {
      const secrets = secretsIn(new Map());
      await secrets.store(read(entry, 'workspace'), SECRETS[slot], slot, 'shh-secret');
      const now = read({ ...entry, proxy: evil, caFile: ca }, 'workspace');
      const endpoints = new ConnectionEndpoints(now, secrets, () => undefined);
      await assert.rejects(
        endpoints.find(service, service === 'console' ? 'workspace-key' : 'project-key'),
        (error) =>
          isOryError(error, 'no-credential') &&
          error.message.startsWith('The proxy and the CA file of Staging changed since its key was entered.'),
      );
      await secrets.store(now, SECRETS[slot], slot, 'shh-again');
      const found = await endpoints.find(service, service === 'console' ? 'workspace-key' : 'project-key');
      assert.equal(found.authorization, 'Bearer shh-again');
    }
  });

  it('that a project borrows of its workspace does not go the project’s own way', async () => {
    const secrets = secretsIn(new Map());
    const workspace = read({ id: 'w', type: 'workspace' }, 'user');
    await secrets.store(workspace, SECRETS['workspace-key'], 'workspace-key', 'ory_wak_123456');
    const find = (more: Entry) =>
      new ConnectionEndpoints(
        read({ ...network, workspace: 'w', ...more }, 'user'),
        secrets,
        () => workspace,
      ).find('console', 'workspace-key');
    assert.equal((await find({})).authorization, 'Bearer ory_wak_123456');
    await assert.rejects(find({ proxy: evil }), /The proxy of Staging changed/);
  });

  it('of an older version is still sent where nothing stands between, and asked for where something does', async () => {
    const store = new Map([['connection|user|c|authorization|https://kratos.example', 'old-token']]);
    const get = (more: Entry) =>
      secretsIn(store).get(read({ ...kratos, ...more }, 'user'), SECRETS.authorization, 'authorization');
    assert.equal(await get({}), 'old-token');
    assert.equal(await get({ proxy: evil }), undefined);
  });

  it('is not sent where the CA file can’t be read', async () => {
    const secrets = secretsIn(new Map());
    await secrets.store(
      read({ ...kratos, caFile: ca }, 'user'),
      SECRETS.authorization,
      'authorization',
      'shh',
    );
    const lost = read({ ...kratos, caFile: join(folder, 'gone.pem') }, 'user');
    await assert.rejects(
      secrets.get(lost, SECRETS.authorization, 'authorization'),
      /gone\.pem can't be read/,
    );
    await assert.rejects(
      secrets.get(read({ ...kratos, caFile: folder }, 'user'), SECRETS.authorization, 'authorization'),
      /is no file/,
    );
  });

  it('is held by a panel for the way it was opened on only', () => {
    const live = new LiveConnection(
      { byId: () => read({ ...kratos, proxy: evil }, 'user') },
      read(kratos, 'user'),
      ['kratos-admin'],
    );
    assert.throws(() => live.forReading(), /another proxy or certificate file/);
  });

  it('for basic authentication is cut out of every text, in each of its forms', async () => {
    const redactor = new Redactor();
    const header = basicOf('ada', 'päss:word-1');
    const secrets = secretsIn(new Map(), 'w', redactor);
    await secrets.store(read(kratos, 'user'), SECRETS.authorization, 'authorization', header);
    for (const form of [header, header.slice('Basic '.length), 'päss:word-1'])
      assert.ok(!redactor.text(`echo ${form} end`).includes(form), form);
  });

  describe('for a proxy', () => {
    let server: TestServer;
    let proxy: TestProxy;
    before(async () => {
      server = await startTestServer((_, response) => answerJson(response, []));
      proxy = await startTestProxy({ credential: 'ada:pass' });
    });
    after(() => Promise.all([server.close(), proxy.close()]));

    it('goes to that proxy only, and the server’s to the server only', async () => {
      const secrets = secretsIn(new Map());
      const connection = read({ ...kratos, kratosAdmin: server.url, proxy: proxy.url }, 'user');
      await secrets.store(connection, server.url, 'authorization', basicOf('kate', 'of-the-server'));
      await secrets.store(connection, proxy.url, 'proxy-authorization', basicOf('ada', 'pass'));
      const endpoints = new ConnectionEndpoints(connection, secrets, () => undefined);
      const { transport, baseUrl, authorization } = await endpoints.find('kratos-admin', 'project-key');
      assert.equal(authorization, basicOf('kate', 'of-the-server'));
      const request = { method: 'GET', url: `${baseUrl}/x`, headers: {}, timeoutMs: 5000 };
      assert.equal((await transport.send(request)).status, 200);
      await endpoints.close();
      assert.equal(proxy.headers.at(-1)?.['proxy-authorization'], basicOf('ada', 'pass'));
      assert.equal(server.received.at(-1)?.headers['proxy-authorization'], undefined);

      const other = read({ ...kratos, kratosAdmin: server.url, proxy: evil }, 'user');
      assert.equal(await secrets.get(other, evil, 'proxy-authorization'), undefined);
    });
  });

  it('never stands in a proxy’s address', () => {
    const { connections, problems } = parseConnections(
      [{ ...kratos, proxy: 'http://ada:shh@proxy:3128' }],
      [],
    );
    assert.equal(connections.length, 0);
    assert.match(problems[0]?.message ?? '', /user name or password/);
    assert.ok(!JSON.stringify(problems).includes('shh'));
    for (const proxy of ['socks5://proxy:1080', 'unix:/run/proxy', 'proxy:3128'])
      assert.equal(parseConnections([{ ...kratos, proxy }], []).connections.length, 0, proxy);
  });
});
