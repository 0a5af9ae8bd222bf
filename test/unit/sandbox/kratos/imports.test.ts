import assert from 'node:assert/strict';
import type { Sandbox } from '../../../../src/sandbox/start.ts';
import { send, start, url } from '../harness.ts';

interface IdentityJson {
  readonly id: string;
  readonly region?: string;
  readonly credentials?: Record<string, { identifiers: string[]; config: unknown }>;
}

describe('the sandbox’s Kratos takes over', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await start({ identities: 0 });
  });
  after(() => sandbox.close());

  let last = 0;
  async function ask(method: string, path: string, body?: unknown) {
    const answer = await send(method, url(sandbox, 'kratos-admin', path), body);
    return { status: answer.status, json: (await answer.json()) as IdentityJson };
  }
  const create = (more: object) =>
    ask('POST', '/admin/identities', {
      schema_id: 'default',
      traits: { email: `import-${String(++last)}@example.com` },
      ...more,
    });
  const read = async (id: string, type: string) => {
    const { json } = await ask('GET', `/admin/identities/${id}?include_credential=${type}`);
    return json.credentials?.[type];
  };

  it('an authenticator, found by the identity’s id', async () => {
    const totp_url = 'otpauth://totp/Example?secret=JBSWY3DPEHPK3PXP';
    const { status, json } = await create({ credentials: { totp: { config: { totp_url } } } });
    assert.equal(status, 201);
    const totp = await read(json.id, 'totp');
    assert.deepEqual([totp?.identifiers, totp?.config], [[json.id], { totp_url }]);
  });

  it('backup codes, behind those that there are', async () => {
    const codes = (code: string) => ({ lookup_secret: { config: { codes: [{ code }] } } });
    const { json } = await create({ credentials: codes('first') });
    const traits = { email: 'codes@example.com' };
    await ask('PUT', `/admin/identities/${json.id}`, {
      schema_id: 'default',
      state: 'active',
      traits,
      credentials: codes('second'),
    });
    const kept = await read(json.id, 'lookup_secret');
    assert.deepEqual(kept?.config, {
      recovery_codes: [
        { code: 'first', used_at: null },
        { code: 'second', used_at: null },
      ],
    });
  });

  it('a passkey only with the handle that its authenticator knows', async () => {
    const credentials = [{ id: 'aWQ=', public_key: 'cGs=' }];
    assert.equal((await create({ credentials: { passkey: { config: { credentials } } } })).status, 400);
    const config = { credentials, user_handle: Buffer.from('someone').toString('base64') };
    const { status, json } = await create({ credentials: { passkey: { config } } });
    assert.equal(status, 201);
    assert.deepEqual((await read(json.id, 'passkey'))?.identifiers, ['someone']);
  });

  it('no password without a password or its hash', async () => {
    assert.equal((await create({ credentials: { password: {} } })).status, 400);
  });

  it('a region that exists, and tells it in the answer alone', async () => {
    const { json } = await create({ region: 'eu' });
    assert.equal(json.region, 'eu');
    assert.equal((await ask('GET', `/admin/identities/${json.id}`)).json.region, undefined);
    assert.equal((await create({ region: 'mars' })).status, 400);
  });
});
