import assert from 'node:assert/strict';
import type { ServiceName } from '../../../src/sandbox/http/service.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, start, url } from './harness.ts';

/** What a browser tells of a page of another origin. */
const FOREIGN: Readonly<Record<string, Record<string, string>>> = {
  'another site': {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
    origin: 'https://evil.example',
  },
  'another port': { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
  'a frame in a box': { 'sec-fetch-site': 'cross-site', origin: 'null' },
  'an origin alone': { origin: 'https://evil.example' },
  'a referer alone': { referer: 'https://evil.example/page' },
  'a name that looks like ours': { origin: 'http://127.0.0.1.evil.example' },
};

const ADMIN: readonly (readonly [ServiceName, string])[] = [
  ['kratos-admin', '/admin/identities'],
  ['hydra-admin', '/admin/clients'],
  ['keto-read', '/relation-tuples/check'],
  ['keto-write', '/admin/relation-tuples'],
  ['keto-opl', '/opl/syntax/check'],
  ['talos', '/v2alpha1/admin/issuedApiKeys'],
  ['console', '/projects'],
];

describe('sandbox: pages of other origins', () => {
  let sandbox: Sandbox;
  before(async () => {
    const ports = Object.fromEntries(
      [...ADMIN.map(([name]) => name), 'kratos-public', 'hydra-public'].map((name) => [name, 0]),
    );
    const config = {
      serve: { admin: { cors: { enabled: true, allowed_origins: ['https://desk.example'] } } },
    };
    sandbox = await start({ ports, hydra: { config } });
  });
  after(() => sandbox.close());

  const post = (service: ServiceName, path: string, headers: Record<string, string>, method = 'POST') =>
    fetch(url(sandbox, service, path), {
      method,
      headers: { 'content-type': 'text/plain', ...headers },
      ...(method === 'GET' ? {} : { body: '{"traits":{"email":"page@evil.example"}}' }),
    });

  for (const [service, path] of ADMIN) {
    it(`are refused at ${service}`, async () => {
      for (const [who, headers] of Object.entries(FOREIGN)) {
        for (const method of ['POST', 'PUT', 'DELETE', 'GET'])
          assert.equal((await post(service, path, headers, method)).status, 403, `${who}, ${method}`);
      }
    });
  }

  it('change nothing', async () => {
    const target = url(sandbox, 'kratos-admin', '/admin/identities?credentials_identifier=page@evil.example');
    for (const headers of Object.values(FOREIGN)) await post('kratos-admin', '/admin/identities', headers);
    assert.deepEqual(await getJson(target), []);
  });

  it('reach the control path of no port', async () => {
    for (const service of ['kratos-public', 'hydra-public', 'keto-read', 'console'] as const) {
      for (const [path, method] of [
        ['faults', 'GET'],
        ['faults', 'DELETE'],
        ['requests', 'DELETE'],
        ['mails', 'GET'],
      ] as const)
        assert.equal(
          (await post(service, `/.sandbox/${path}`, FOREIGN['another site'] ?? {}, method)).status,
          403,
        );
    }
  });

  it('may ask where the configuration allows their origin', async () => {
    const headers = { origin: 'https://desk.example', 'sec-fetch-site': 'cross-site' };
    const answer = await fetch(url(sandbox, 'hydra-admin', '/admin/clients'), { headers });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://desk.example');
    assert.equal((await fetch(url(sandbox, 'hydra-admin', '/.sandbox/mails'), { headers })).status, 403);
  });

  it('still reach the public ports, where flows begin on other origins', async () => {
    const headers = FOREIGN['another site'] ?? {};
    assert.equal((await fetch(url(sandbox, 'kratos-public', '/schemas'), { headers })).status, 200);
    const metadata = url(sandbox, 'hydra-public', '/.well-known/openid-configuration');
    assert.equal((await fetch(metadata, { headers })).status, 200);
  });

  it('are told from other clients: those may send text/plain, as to the real servers', async () => {
    assert.equal((await post('kratos-admin', '/admin/identities', {})).status, 201);
    assert.equal((await post('hydra-admin', '/admin/clients', {})).status, 201);
    assert.equal(
      (await post('kratos-admin', '/admin/identities', { 'sec-fetch-mode': 'cors' }, 'GET')).status,
      200,
    );
  });

  it('are told from the address bar and from pages of the port itself', async () => {
    const own = url(sandbox, 'kratos-admin', '');
    const target = `${own}/admin/identities`;
    assert.equal((await fetch(target, { headers: { 'sec-fetch-site': 'none' } })).status, 200);
    const same = { 'sec-fetch-site': 'same-origin', origin: own, referer: `${own}/` };
    const body = JSON.stringify({ schema_id: 'default', traits: { email: 'own@page.example' } });
    const json = { ...same, 'content-type': 'application/json' };
    assert.equal((await fetch(target, { method: 'POST', headers: json, body })).status, 201);
    assert.equal((await post('kratos-admin', '/admin/identities', same)).status, 403);
  });
});
