import assert from 'node:assert/strict';
import { HydraFixture } from './hydra-fixture.ts';

describe('sandbox: JSON Web Key sets', () => {
  let hydra: HydraFixture;
  before(async () => (hydra = await new HydraFixture().start()));
  after(() => hydra.stop());

  const generate = async (set: string, kid: string, alg = 'ES256') =>
    hydra.admin('POST', `/admin/keys/${set}`, { alg, use: 'sig', kid });
  const kids = async (set: string) =>
    (await hydra.admin('GET', `/admin/keys/${set}`)).json.keys?.map((key) => key.kid);

  it('adds a key with POST and replaces the set with PUT', async () => {
    await generate('mix', 'one');
    const second = await generate('mix', 'two', 'EdDSA');
    assert.equal(second.status, 201);
    assert.deepEqual(await kids('mix'), ['two', 'one']);
    const put = await hydra.admin('PUT', '/admin/keys/mix', { keys: [second.json.keys?.[0]] });
    assert.equal(put.status, 200);
    assert.deepEqual(await kids('mix'), ['two']);
    assert.equal((await hydra.admin('GET', '/admin/keys/mix/one')).status, 404);
  });

  it('empties a set whose new body has no keys', async () => {
    const { json } = await generate('single', 'k');
    const put = await hydra.admin('PUT', '/admin/keys/single', json.keys?.[0]);
    assert.deepEqual([put.status, put.json], [200, { keys: null }]);
    assert.equal((await hydra.admin('GET', '/admin/keys/single')).status, 404);
  });

  it('refuses a second key with the same id, and algorithms that it makes no keys for', async () => {
    await generate('twice', 'k');
    assert.equal((await generate('twice', 'k')).status, 409);
    for (const alg of ['HS256', 'ES256K', 'rs256', 'none'])
      assert.equal((await generate('twice', alg, alg)).status, 400);
  });

  it('refuses what is no key and leaves the set alone', async () => {
    await generate('safe', 'k');
    const bad = { keys: [{ kty: 'EC', crv: 'P-256', kid: 'x', x: 'AAAA', y: 'BBBB' }] };
    assert.equal((await hydra.admin('PUT', '/admin/keys/safe', bad)).status, 400);
    assert.deepEqual(await kids('safe'), ['k']);
  });

  it('makes the two well-known sets when the public keys are read, and not before', async function () {
    assert.equal((await hydra.admin('GET', '/admin/keys/hydra.openid.id-token')).status, 404);
    const published = (await hydra.open('GET', '/.well-known/jwks.json')).json.keys ?? [];
    assert.equal(published.length, 2);
    assert.ok(published.every((key) => key.d === undefined));
    const kept = (await hydra.admin('GET', '/admin/keys/hydra.openid.id-token')).json.keys ?? [];
    assert.ok(kept[0]?.d);
    assert.equal(kept[0].kid, published[0]?.kid);
  });

  it('stops trusting an issuer whose key is deleted', async () => {
    const { json } = await generate('elsewhere', 'trusted');
    const jwk = { ...json.keys?.[0], d: undefined };
    const body = { issuer: 'https://idp.example', subject: 'a', expires_at: '2040-01-01T00:00:00Z', jwk };
    const made = await hydra.admin('POST', '/admin/trust/grants/jwt-bearer/issuers', body);
    assert.equal(made.status, 201);
    await hydra.admin('DELETE', `/admin/keys/${encodeURIComponent('https://idp.example')}/trusted`);
    assert.equal((await hydra.admin('GET', `/admin${made.headers.get('location')}`)).status, 404);
  });
});
