import assert from 'node:assert/strict';
import { HydraFixture, type Body } from './hydra-fixture.ts';

const MACHINE = {
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'client_secret_post',
  scope: 'books.*',
};

describe('sandbox: Hydra as a whole', () => {
  const running: HydraFixture[] = [];
  const start = async (config?: unknown, clients = 0) => {
    const hydra = await new HydraFixture(config, clients).start();
    running.push(hydra);
    return hydra;
  };
  afterEach(() => Promise.all(running.splice(0).map((hydra) => hydra.stop())));

  const machine = async (hydra: HydraFixture) => {
    const { json } = await hydra.admin('POST', '/admin/clients', MACHINE);
    return { client_id: json.client_id, client_secret: json.client_secret };
  };
  const introspect = async (hydra: HydraFixture, token: string) =>
    (await hydra.admin('POST', '/admin/oauth2/introspect', new URLSearchParams({ token }))).json;

  it('gives a machine a token that introspection knows until it expires', async () => {
    const hydra = await start();
    const client = await machine(hydra);
    const { json } = await hydra.token({ grant_type: 'client_credentials', scope: 'books.read', ...client });
    const known = await introspect(hydra, json.access_token);
    assert.deepEqual([known.active, known.scope, known.client_id], [true, 'books.read', client.client_id]);
    hydra.now = new Date(hydra.now.getTime() + 3_601_000);
    assert.deepEqual(await introspect(hydra, json.access_token), { active: false });
  });

  it('ends tokens when they are revoked, deleted, or their client is', async () => {
    const hydra = await start();
    const client = await machine(hydra);
    const fresh = async () =>
      (await hydra.token({ grant_type: 'client_credentials', ...client })).json.access_token;
    const [one, two, three] = [await fresh(), await fresh(), await fresh()];
    await hydra.open('POST', '/oauth2/revoke', new URLSearchParams({ token: one, ...client }));
    assert.equal((await introspect(hydra, one)).active, false);
    assert.equal((await introspect(hydra, two)).active, true);
    await hydra.admin('DELETE', `/admin/oauth2/tokens?client_id=${client.client_id}`);
    assert.equal((await introspect(hydra, two)).active, false);
    const four = await fresh();
    await hydra.admin('DELETE', `/admin/clients/${client.client_id}`);
    for (const token of [three, four]) assert.equal((await introspect(hydra, token)).active, false);
  });

  it('remembers everything through a snapshot, which holds no secret and no token', async () => {
    const first = await start();
    const client = await machine(first);
    await first.admin('POST', '/admin/keys/mine', { alg: 'ES256', use: 'sig', kid: 'k' });
    const token = (await first.token({ grant_type: 'client_credentials', ...client })).json.access_token;
    const snapshot = JSON.stringify(first.hydra.snapshot());
    assert.ok(!snapshot.includes(client.client_secret) && !snapshot.includes(token));
    const second = await start();
    second.hydra.restore(JSON.parse(snapshot));
    assert.equal((await introspect(second, token)).active, true);
    assert.equal((await second.token({ grant_type: 'client_credentials', ...client })).status, 200);
    assert.equal((await second.admin('GET', '/admin/keys/mine/k')).status, 200);
  });

  it('is filled with the same believable data on every run, and with nothing when nothing is wanted', async () => {
    const list = async (hydra: HydraFixture) => (await hydra.admin<Body[]>('GET', '/admin/clients')).json;
    const [one, two, none] = [await start(undefined, 12), await start(undefined, 12), await start()];
    const [left, right] = [await list(one), await list(two)];
    assert.equal(left.length, 12);
    assert.deepEqual(left, right);
    assert.ok(left.some((client) => client.client_id === 'web-shop'));
    assert.deepEqual(await list(none), []);
    const consents = await one.admin<Body[]>(
      'GET',
      '/admin/oauth2/auth/sessions/consent?subject=alice%40example.com',
    );
    assert.ok(consents.json.length > 0);
    assert.ok(consents.json[0]?.consent_request.request_url.startsWith(`${one.publicUrl}/oauth2/auth?`));
    const issuers = await one.admin<Body[]>('GET', '/admin/trust/grants/jwt-bearer/issuers');
    assert.equal(issuers.json.length, 1);
    const login = {
      grant_type: 'client_credentials',
      client_id: 'reporting-job',
      client_secret: 'sandbox-secret-reporting-job',
    };
    assert.notEqual((await one.token(login)).status, 401);
  });

  it('revokes the consents of a subject when it is told exactly which', async () => {
    const hydra = await start(undefined, 12);
    const consents = '/admin/oauth2/auth/sessions/consent';
    assert.equal((await hydra.admin('DELETE', `${consents}?subject=bob%40example.com`)).status, 400);
    assert.equal((await hydra.admin('DELETE', `${consents}?subject=bob%40example.com&all=true`)).status, 204);
    assert.deepEqual((await hydra.admin('GET', `${consents}?subject=bob%40example.com`)).json, []);
    assert.ok((await hydra.admin<Body[]>('GET', `${consents}?subject=alice%40example.com`)).json.length > 0);
  });

  it('names the port that it really listens on, unless the configuration names another host', async () => {
    const near = await start({ urls: { self: { issuer: 'http://127.0.0.1:4444' } } });
    const far = await start({ urls: { self: { issuer: 'https://id.example.com/' } } });
    const issuer = async (hydra: HydraFixture) =>
      (await hydra.open('GET', '/.well-known/openid-configuration')).json.issuer;
    assert.equal(await issuer(near), near.publicUrl);
    assert.equal(await issuer(far), 'https://id.example.com');
  });

  it('keeps administration off the public port and shows people a page for unknown routes', async () => {
    const hydra = await start();
    assert.equal((await hydra.open('GET', '/admin/clients')).status, 404);
    const page = await hydra.admin('GET', '/admin/nothing', undefined, { accept: 'text/html' });
    assert.deepEqual([page.status, page.headers.get('content-type')], [404, 'text/html; charset=utf-8']);
    assert.equal((await hydra.admin('GET', '/clients')).status, 200);
  });
});
