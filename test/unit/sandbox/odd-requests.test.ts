import assert from 'node:assert/strict';
import type { ServiceName } from '../../../src/sandbox/http/service.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, rawRequest, send, start, url } from './harness.ts';

/** Nulls, empty parameters, patches and paths that nobody means, answered as the real servers answered them. */
describe('sandbox: odd requests', () => {
  let sandbox: Sandbox;
  before(async () => {
    const names = ['kratos-public', 'kratos-admin', 'hydra-public', 'hydra-admin'];
    sandbox = await start({ ports: Object.fromEntries(names.map((name) => [name, 0])), identities: 0 });
  });
  after(() => sandbox.close());
  const at = (service: ServiceName, path: string) => url(sandbox, service, path);
  const statusOf = async (service: ServiceName, path: string, method = 'GET') =>
    (await rawRequest(at(service, path), {}, method)).status;

  let count = 0;
  const identity = (more: object = {}) => {
    const traits = { email: `odd${count++}@example.com` };
    return { schema_id: 'default', state: 'active', traits, ...more };
  };
  const created = async (more: object = {}): Promise<Record<string, unknown>> => {
    const answer = await send('POST', at('kratos-admin', '/admin/identities'), identity(more));
    assert.equal(answer.status, 201);
    return (await answer.json()) as Record<string, unknown>;
  };

  it('keeps metadata that was sent as null in the answer to a write', async () => {
    const nulls = await created({ metadata_admin: null });
    assert.equal(nulls.metadata_admin, null);
    assert.ok(!('metadata_admin' in (await created())));
    const target = at('kratos-admin', `/admin/identities/${String(nulls.id)}`);
    const put = async (more: object) => (await send('PUT', target, identity(more))).json();
    assert.ok('metadata_admin' in ((await put({ metadata_admin: null })) as object));
    assert.ok(!('metadata_admin' in ((await put({})) as object)));
  });

  it('refuses empty values where the servers do', async () => {
    for (const query of [
      'identities?ids=',
      'identities?ids',
      'identities?ids=&ids=',
      'sessions?expand=',
      'courier/messages?status=',
    ])
      assert.equal(await statusOf('kratos-admin', `/admin/${query}`), 400, query);
    for (const query of [
      'identities?page_size=&page_token=',
      'sessions?page_size=',
      'courier/messages?page_token=',
    ])
      assert.equal(await statusOf('kratos-admin', `/admin/${query}`), 200, query);
  });

  it('reads sizes and tokens past empty ones, and refuses what is no number of 64 bits', async () => {
    for (const list of ['identities', 'sessions', 'courier/messages']) {
      for (const query of [
        'page_size=&page_size=x',
        'page_size=99999999999999999999',
        'page_token=&page_token=x',
      ])
        assert.equal(await statusOf('kratos-admin', `/admin/${list}?${query}`), 400, `${list}?${query}`);
    }
    assert.equal(await statusOf('kratos-admin', '/admin/identities?per_page=x'), 400);
  });

  it('leaves out parameters that cannot be decoded', async () => {
    for (const value of ['%zz', '1;2']) {
      for (const query of [
        'identities?ids',
        'identities?page_size',
        'sessions?active',
        'courier/messages?status',
      ])
        assert.equal(await statusOf('kratos-admin', `/admin/${query}=${value}`), 200, query);
      assert.equal(await statusOf('hydra-admin', `/admin/clients?page_size=${value}`), 200);
    }
  });

  it('takes a size of zero for the smallest where pages are counted', async () => {
    const schemas = await rawRequest(at('kratos-public', '/schemas?page_size=0'));
    assert.equal((JSON.parse(schemas.text) as unknown[]).length, 1);
    assert.match(String(schemas.headers.link), /per_page=1\b/);
  });

  it('takes the organization of zeros for none', async () => {
    const zeros = '00000000-0000-0000-0000-000000000000';
    const found = await getJson<unknown[]>(at('kratos-admin', `/admin/identities?organization_id=${zeros}`));
    assert.ok(found.length > 0);
  });

  it('applies no patch that lacks a value, and adds at -1 behind the last element', async () => {
    const { id } = await created({ metadata_public: { list: [1, 2] } });
    const target = at('kratos-admin', `/admin/identities/${String(id)}`);
    for (const op of ['add', 'replace'])
      assert.equal((await send('PATCH', target, [{ op, path: '/metadata_public' }])).status, 400, op);
    const path = '/metadata_public/list/-1';
    const added = await (await send('PATCH', target, [{ op: 'add', path, value: 3 }])).json();
    assert.deepEqual((added as { metadata_public: unknown }).metadata_public, { list: [1, 2, 3] });
    const replaced = await (await send('PATCH', target, [{ op: 'replace', path, value: 4 }])).json();
    assert.deepEqual((replaced as { metadata_public: unknown }).metadata_public, { list: [1, 2, 4] });
  });

  it('patches clients as Hydra does: a missing value is its own failure, null lists stay null once', async () => {
    const made = await send('POST', at('hydra-admin', '/admin/clients'), {
      client_name: 'odd',
      contacts: ['a'],
    });
    const { client_id: id } = (await made.json()) as { client_id: string };
    const target = at('hydra-admin', `/admin/clients/${id}`);
    for (const op of ['add', 'replace'])
      for (const path of ['/owner', '/metadata', ''])
        assert.equal((await send('PATCH', target, [{ op, path }])).status, 500, `${op} ${path}`);
    for (const operation of [{ op: 'add', value: null }, { op: 'remove' }]) {
      await send('PATCH', target, [{ op: 'add', path: '/contacts', value: ['a'] }]);
      const answer = await send('PATCH', target, [{ path: '/contacts', ...operation }]);
      assert.equal(((await answer.json()) as { contacts: unknown }).contacts, null);
      assert.deepEqual((await getJson<{ contacts: unknown }>(target)).contacts, []);
    }
    const upper = await send('PATCH', target, [{ op: 'add', path: '/CLIENT_NAME', value: null }]);
    assert.equal(((await upper.json()) as { client_name: string }).client_name, 'odd');
  });

  it('sends on from Kratos’ admin port what the public port has, by method', async () => {
    const answers: readonly (readonly [string, string, number])[] = [
      ['GET', '/.well-known/ory/webauthn.js', 404],
      ['GET', '/sessions/whoami', 307],
      ['POST', '/sessions/whoami', 405],
      ['DELETE', '/sessions/whoami', 400],
      ['GET', '/sessions/token-exchange', 400],
      ['GET', '/schemas', 307],
      ['POST', '/schemas', 405],
      ['GET', '/self-service/login/api', 307],
      ['PUT', '/self-service/login', 405],
      ['GET', '/self-service/logout/api', 405],
      ['DELETE', '/self-service/logout/api', 307],
      ['GET', '/self-service/login/x', 404],
      ['GET', '/admin/identities/', 404],
      ['GET', '/identities/', 200],
      ['GET', '/admin//identities', 307],
      ['GET', '//admin/identities', 404],
    ];
    for (const [method, path, status] of answers)
      assert.equal(await statusOf('kratos-admin', path, method), status, `${method} ${path}`);
    assert.equal(await statusOf('kratos-public', '/schemas//x'), 307);
  });
});
