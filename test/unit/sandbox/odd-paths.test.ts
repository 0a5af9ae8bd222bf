import assert from 'node:assert/strict';
import type { ServiceName } from '../../../src/sandbox/http/service.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { rawRequest, start, url, type Answer } from './harness.ts';

const ID = '11111111-2222-4333-8444-555555555555';

/** Paths as nobody means them, read as Go's servers read them: held against Kratos, Hydra and Keto. */
describe('sandbox: odd paths', () => {
  let sandbox: Sandbox;
  before(async () => {
    const names = ['kratos-public', 'kratos-admin', 'hydra-public', 'hydra-admin', 'keto-read', 'keto-write'];
    sandbox = await start({ ports: Object.fromEntries(names.map((name) => [name, 0])), identities: 0 });
  });
  after(() => sandbox.close());
  const ask = (service: ServiceName, path: string, method = 'GET', headers = {}): Promise<Answer> =>
    rawRequest(`${url(sandbox, service, '')}${path}`, headers, method);

  it('tells the spelling that is meant, whether there is something or not', async () => {
    for (const [service, path, meant] of [
      ['kratos-public', '//schemas', '/schemas'],
      ['kratos-public', '/nope//x', '/nope/x'],
      ['kratos-admin', '/admin//identities?a=b', '/admin/identities?a=b'],
      ['hydra-admin', '/admin/clients/../keys/set', '/admin/keys/set'],
      ['hydra-public', '/', '/'],
      ['keto-read', '//relation-tuples', '/relation-tuples'],
    ] as const) {
      for (const method of ['GET', 'DELETE']) {
        if (service === 'kratos-public' && method === 'DELETE') continue;
        const answer = await ask(service, path, method);
        assert.equal(answer.status, 307, `${service} ${method} ${path}`);
        assert.equal(answer.headers.location, meant);
        assert.equal(answer.text !== '', method === 'GET');
      }
    }
  });

  it('leaves a prefix out, and what is cleaned with it', async () => {
    for (const path of ['/identities', '/identities/', '//identities', '/x/../identities', '/identitie%73'])
      assert.equal((await ask('kratos-admin', path)).status, 200, path);
    assert.equal((await ask('kratos-admin', '/admin/identities/')).status, 404);
    assert.equal((await ask('hydra-admin', '/admin/clients/')).status, 200);
    assert.equal((await ask('hydra-admin', '/clients%2F')).status, 200);
  });

  it('takes an escaped slash for a part of a name', async () => {
    assert.equal((await ask('keto-read', '/relation-tuples%2Fcheck')).status, 404);
    const answer = await ask('kratos-admin', `/admin/sessions/${ID}%2F`);
    assert.equal(answer.status, 400);
    assert.match(answer.text, /length 37/);
  });

  it('refuses a path that cannot be decoded before anything else', async () => {
    for (const service of ['kratos-public', 'kratos-admin', 'hydra-admin', 'keto-read'] as const) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const answer = await ask(service, '/identities%', method);
        assert.deepEqual([answer.status, answer.text], [400, '400 Bad Request'], `${service} ${method}`);
      }
    }
  });

  it('names HEAD with GET where a method is refused, and answers it', async () => {
    const refused = await ask('kratos-admin', '/admin/identities', 'DELETE');
    assert.deepEqual([refused.status, refused.headers.allow], [405, 'GET, HEAD, PATCH, POST']);
    assert.equal((await ask('keto-read', '/relation-tuples', 'PUT')).headers.allow, 'GET, HEAD');
    const head = await ask('kratos-admin', '/admin/identities', 'HEAD');
    assert.deepEqual([head.status, head.text, head.headers['cache-control']], [200, '', undefined]);
    assert.match((await ask('kratos-admin', '/schemas', 'HEAD')).headers['content-type'] ?? '', /html/);
  });

  it('sends on from Kratos’ public port what is sent on there, prefix by prefix', async () => {
    for (const [method, path, status] of [
      ['GET', '/courier/messages', 404],
      ['GET', '/admin/courier/messages', 307],
      ['GET', `/admin/courier/messages/${ID}`, 307],
      ['DELETE', `/identities/${ID}/sessions`, 307],
      ['DELETE', `/admin/identities/${ID}/sessions`, 403],
      ['TRACE', '/admin/identities', 405],
      ['TRACE', '/nope', 404],
      ['POST', '/nope', 403],
      ['GET', '/admin/schemas', 200],
      ['GET', '/self-service/methods/oidc/callback/x', 404],
      ['POST', '/self-service/methods/oidc/callback/x', 302],
    ] as const)
      assert.equal((await ask('kratos-public', path, method)).status, status, `${method} ${path}`);
    const spelled = await ask('kratos-public', '/admin/identitie%73?a=b');
    assert.equal(spelled.headers.location, url(sandbox, 'kratos-admin', '/admin/identitie%73?a=b'));
  });

  it('asks for a token against forged requests on all but a few paths, and takes it from header and form', async () => {
    const first = await ask('kratos-public', '/schemas/');
    assert.equal(first.headers['set-cookie'], undefined);
    const begun = await ask('kratos-public', '/self-service/login/browser', 'GET', {
      accept: 'application/json',
    });
    const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? '';
    const token = /"name":"csrf_token","type":"hidden","value":"([^"]+)"/.exec(begun.text)?.[1] ?? '';
    assert.notEqual(token, '');
    assert.equal((await ask('kratos-public', '/nope', 'POST', { cookie })).status, 403);
    assert.equal(
      (await ask('kratos-public', '/nope', 'POST', { cookie, 'x-csrf-token': token })).status,
      404,
    );
  });
});
