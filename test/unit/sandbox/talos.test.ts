import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import type { SandboxOptions } from '../../../src/sandbox/options.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { start, url } from './harness.ts';

interface Key {
  readonly key_id: string;
  readonly name: string;
  readonly actor_id: string;
  readonly status: string;
  readonly scopes: readonly string[];
  readonly expire_time?: string;
  readonly revocation_reason?: string;
}
interface Issued {
  readonly issued_api_key: Key;
  readonly secret: string;
  readonly old_issued_api_key: Key;
}
interface Verified {
  readonly is_valid: boolean;
  readonly key_id: string;
  readonly error_code: string;
  readonly scopes: readonly string[];
}
interface Failure {
  readonly error: {
    readonly code: number;
    readonly status: string;
    readonly message: string;
    readonly details: readonly { readonly reason: string }[];
  };
}

const ISSUED = '/v2alpha1/admin/issuedApiKeys';
const IMPORTED = '/v2alpha1/admin/importedApiKeys';
const NEW = { name: 'Reports', actor_id: 'user_9', scopes: ['read', 'write'], ttl: '30d' };
const KEYS = { prefix: /^talos_v1_[1-9A-Za-z]{50,80}_[1-9A-Za-z]{40,45}$/ };

describe('sandbox: API keys (Talos)', () => {
  let sandbox: Sandbox;
  const begin = async (options: Partial<SandboxOptions> = {}) =>
    (sandbox = await start({ ports: { talos: 0 }, ...options }));
  beforeEach(() => begin());
  afterEach(() => sandbox.close());

  const call = (method: string, path: string, body?: unknown) =>
    fetch(url(sandbox, 'talos', path), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const answer = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
    const response = await call(method, path, body);
    assert.equal(response.status, status, `${method} ${path}`);
    return (await response.json()) as T;
  };
  const refused = async (method: string, path: string, body: unknown, status: number, reason: string) => {
    const { error } = await answer<Failure>(method, path, body, status);
    assert.equal(error.code, status);
    assert.equal(error.details[0]?.reason, reason, error.message);
    return error;
  };
  const issue = (more: object = {}) => answer<Issued>('POST', ISSUED, { ...NEW, ...more }, 201);
  const check = (credential: string) =>
    answer<Verified>('POST', '/v2alpha1/admin/apiKeys:verify', { credential });
  const REVOKE = { reason: 'REVOCATION_REASON_KEY_COMPROMISE' };

  it('issues a key, shows its secret once, and knows it again', async () => {
    const { issued_api_key: key, secret } = await issue();
    assert.match(secret, KEYS.prefix);
    assert.equal(key.status, 'KEY_STATUS_ACTIVE');
    const days = (Date.parse(key.expire_time ?? '') - Date.now()) / 86_400_000;
    assert.ok(Math.abs(days - 30) < 1, String(days));
    for (const path of [ISSUED, `${ISSUED}/${key.key_id}`])
      assert.ok(!(await (await call('GET', path)).text()).includes(secret));
    const verified = await check(secret);
    assert.deepEqual([verified.is_valid, verified.key_id], [true, key.key_id]);
    const forged = await check(`${secret.slice(0, -1)}${secret.endsWith('x') ? 'y' : 'x'}`);
    assert.deepEqual([forged.is_valid, forged.error_code], [false, 'VERIFICATION_ERROR_NOT_FOUND']);
  });

  it('answers a request that is sent twice with the same key, without its secret', async () => {
    const first = await issue({ request_id: 'once' });
    const again = await issue({ request_id: 'once' });
    assert.equal(again.issued_api_key.key_id, first.issued_api_key.key_id);
    assert.equal(again.secret, '');
  });

  it('refuses what is missing, unknown or of the wrong form', async () => {
    for (const body of [
      { actor_id: 'a' },
      { name: 'a' },
      { ...NEW, secret: 'mine' },
      { ...NEW, ttl: 'a year' },
      { ...NEW, ttl: '11y' },
      { ...NEW, scopes: 'read' },
      { ...NEW, metadata: { text: 'x'.repeat(5000) } },
      { ...NEW, visibility: 'PUBLIC' },
      { ...NEW, ip_restriction: { allowed_cidrs: ['10.0.0.0/33'] } },
      [],
    ])
      assert.equal((await refused('POST', ISSUED, body, 400, 'BAD_REQUEST')).status, 'INVALID_ARGUMENT');
    await refused('GET', `${ISSUED}/nobody`, undefined, 404, 'API_KEY_NOT_FOUND');
  });

  it('lists page by page, filtered by actor and status', async () => {
    const all: Key[] = [];
    let token = '';
    do {
      const page = await answer<{ issued_api_keys: Key[]; next_page_token: string }>(
        'GET',
        `${ISSUED}?page_size=5&page_token=${token}`,
      );
      assert.ok(page.issued_api_keys.length <= 5);
      all.push(...page.issued_api_keys);
      token = page.next_page_token;
    } while (token !== '');
    assert.equal(new Set(all.map(({ key_id }) => key_id)).size, 12);
    assert.deepEqual(
      new Set(all.map(({ status }) => status)),
      new Set(['KEY_STATUS_ACTIVE', 'KEY_STATUS_EXPIRED', 'KEY_STATUS_REVOKED']),
    );
    const { actor_id = '' } = all[0] ?? {};
    const of = async (filter: string) =>
      (await answer<{ issued_api_keys: Key[] }>('GET', `${ISSUED}?filter=${encodeURIComponent(filter)}`))
        .issued_api_keys;
    const actors = await of(`actor_id="${actor_id}"`);
    assert.deepEqual(
      actors.map(({ key_id }) => key_id).sort(),
      all
        .filter((key) => key.actor_id === actor_id)
        .map(({ key_id }) => key_id)
        .sort(),
    );
    const active = await of(`actor_id="${actor_id}" AND status=KEY_STATUS_ACTIVE`);
    assert.ok(active.every(({ status }) => status === 'KEY_STATUS_ACTIVE'));
    for (const filter of ['status=KEY_STATUS_ACTIVE', 'name="x"', 'actor_id="a" OR actor_id="b"', 'AND'])
      await refused('GET', `${ISSUED}?filter=${encodeURIComponent(filter)}`, undefined, 400, 'BAD_REQUEST');
    await refused('GET', `${ISSUED}?page_token=mine`, undefined, 400, 'BAD_REQUEST');
    await refused('GET', `${ISSUED}?page_size=many`, undefined, 400, 'BAD_REQUEST');
  });

  it('changes what a mask names, else what the body has', async () => {
    const { key_id } = (await issue({ metadata: { team: 'a' } })).issued_api_key;
    const path = `${ISSUED}/${key_id}`;
    const renamed = await answer<Key>('PATCH', path, { name: 'Renamed' });
    assert.deepEqual([renamed.name, renamed.scopes], ['Renamed', NEW.scopes]);
    const masked = await answer<Key>('PATCH', `${path}?update_mask=scopes`, { name: 'Ignored' });
    assert.deepEqual([masked.name, masked.scopes], ['Renamed', []]);
    assert.deepEqual(await answer('GET', path), masked);
    await refused('PATCH', `${path}?update_mask=actor_id`, { actor_id: 'x' }, 400, 'BAD_REQUEST');
    await refused('PATCH', `${ISSUED}/nobody`, { name: 'x' }, 404, 'API_KEY_NOT_FOUND');
  });

  it('rotates: a new key with a new secret, and the old one is good no more', async () => {
    const before = await issue();
    const path = `${ISSUED}/${before.issued_api_key.key_id}:rotate`;
    const after = await answer<Issued>('POST', path, { scopes: ['read'] }, 201);
    assert.notEqual(after.issued_api_key.key_id, before.issued_api_key.key_id);
    assert.deepEqual([after.issued_api_key.name, after.issued_api_key.scopes], [NEW.name, ['read']]);
    assert.equal(after.issued_api_key.expire_time, before.issued_api_key.expire_time);
    assert.equal(after.old_issued_api_key.status, 'KEY_STATUS_REVOKED');
    assert.equal((await check(after.secret)).is_valid, true);
    assert.equal((await check(before.secret)).error_code, 'VERIFICATION_ERROR_REVOKED');
    await refused('POST', path, {}, 409, 'FAILED_PRECONDITION');
  });

  it('revokes once, with a reason', async () => {
    const { issued_api_key: key, secret } = await issue();
    const path = `${ISSUED}/${key.key_id}:revoke`;
    await refused('POST', path, {}, 400, 'BAD_REQUEST');
    await refused('POST', path, { ...REVOKE, description: 'why' }, 400, 'BAD_REQUEST');
    assert.equal((await call('POST', path, REVOKE)).status, 204);
    const { status, revocation_reason } = await answer<Key>('GET', `${ISSUED}/${key.key_id}`);
    assert.deepEqual([status, revocation_reason], ['KEY_STATUS_REVOKED', REVOKE.reason]);
    assert.equal((await check(secret)).error_code, 'VERIFICATION_ERROR_REVOKED');
    await refused('POST', path, REVOKE, 409, 'CONFLICT');
  });

  it('imports keys by their hash, one by one and together', async () => {
    const key = { name: 'Old', actor_id: 'user_1', raw_key: 'sk_live_0123456789' };
    const imported = await answer<Key>('POST', IMPORTED, key, 201);
    assert.match(imported.key_id, /^[0-9a-f]{64}$/);
    assert.equal((await check(key.raw_key)).key_id, imported.key_id);
    await refused('POST', IMPORTED, key, 409, 'API_KEY_EXISTS');
    await refused('POST', IMPORTED, { ...key, raw_key: (await issue()).secret }, 409, 'CONFLICT');
    const batch = await answer<{ results: { error_code?: string }[]; success_count: number }>(
      'POST',
      `${IMPORTED}:batchCreate`,
      { requests: [key, { ...key, raw_key: 'other' }, { raw_key: 'nameless' }] },
    );
    assert.equal(batch.success_count, 1);
    assert.deepEqual(
      batch.results.map(({ error_code }) => error_code?.replace(/^.*ERROR_/, '')),
      ['ALREADY_EXISTS', undefined, 'INVALID_ARGUMENT'],
    );
    await refused('POST', `${IMPORTED}:batchCreate`, { requests: [key] }, 409, 'API_KEY_EXISTS');
    const path = `${IMPORTED}/${imported.key_id}`;
    assert.equal((await answer<Key>('PATCH', path, { name: 'New' })).name, 'New');
    assert.equal((await call('POST', `${path}:revoke`, REVOKE)).status, 204);
    assert.equal((await check(key.raw_key)).error_code, 'VERIFICATION_ERROR_REVOKED');
    assert.equal((await call('DELETE', path)).status, 204);
    await refused('GET', path, undefined, 404, 'API_KEY_NOT_FOUND');
    const { imported_api_keys } = await answer<{ imported_api_keys: Key[] }>('GET', IMPORTED);
    assert.equal(imported_api_keys.length, 5);
  });

  it('makes tokens that anybody can verify with the public key, for as long as they last', async () => {
    const { secret, issued_api_key } = await issue();
    const derive = (more: object) =>
      ['POST', '/v2alpha1/admin/apiKeys:derive', { credential: secret, ...more }] as const;
    const { token } = await answer<{ token: { token: string; scopes: string[] } }>(
      ...derive({ scopes: ['read'], ttl: '10m', custom_claims: { tenant: 7, iss: 'forged' } }),
    );
    const { jwks } = await answer<{ jwks: { keys: JsonWebKey[] } }>('GET', '/v2alpha1/derivedKeys/jwks.json');
    const [key] = jwks.keys;
    assert.ok(key && !('d' in key));
    const [head = '', payload = '', signature = ''] = token.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    assert.deepEqual([claims.sub, claims.tenant, claims.scp], [issued_api_key.key_id, 7, ['read']]);
    assert.notEqual(claims.iss, 'forged');
    const signed = Buffer.from(`${head}.${payload}`);
    const publicKey = createPublicKey({ key, format: 'jwk' });
    assert.ok(verify(null, signed, publicKey, Buffer.from(signature, 'base64url')));

    const macaroon = await answer<{ token: { token: string } }>(
      ...derive({ algorithm: 'TOKEN_ALGORITHM_MACAROON' }),
    );
    await call('POST', `${ISSUED}/${issued_api_key.key_id}:revoke`, REVOKE);
    for (const good of [token.token, macaroon.token.token]) {
      const verified = await check(good);
      assert.deepEqual([verified.is_valid, verified.key_id], [true, issued_api_key.key_id]);
    }
    assert.equal((await check(`${head}.${payload}.AAAA`)).error_code, 'VERIFICATION_ERROR_SIGNATURE_INVALID');
    await refused(...derive({}), 403, 'FORBIDDEN');
    await refused('POST', '/v2alpha1/admin/apiKeys:derive', { credential: 'unknown' }, 401, 'UNAUTHORIZED');
    const other = await issue();
    const credential = other.secret;
    const path = '/v2alpha1/admin/apiKeys:derive';
    await refused('POST', path, { credential, scopes: ['admin'] }, 403, 'FORBIDDEN');
    await refused('POST', path, { credential, ttl: '31d' }, 400, 'BAD_REQUEST');
  });

  it('lets a holder revoke a key, and heeds the addresses that it may be used from', async () => {
    const { secret } = await issue();
    const path = '/v2alpha1/apiKeys:selfRevoke';
    const withdrawn = { credential: secret, reason: 'REVOCATION_REASON_PRIVILEGE_WITHDRAWN' };
    await refused('POST', path, withdrawn, 400, 'BAD_REQUEST');
    assert.deepEqual(await answer('POST', path, { credential: secret, ...REVOKE }), {});
    await refused('POST', path, { credential: secret, ...REVOKE }, 401, 'API_KEY_REVOKED');
    await refused('POST', path, { credential: 'unknown', ...REVOKE }, 404, 'API_KEY_NOT_FOUND');
    const far = await issue({ ip_restriction: { allowed_cidrs: ['10.0.0.0/8'] } });
    const near = await issue({ ip_restriction: { allowed_cidrs: ['127.0.0.0/8'] } });
    const { results } = await answer<{ results: Verified[] }>('POST', '/v2alpha1/admin/apiKeys:batchVerify', {
      requests: [{ credential: far.secret }, { credential: near.secret }],
    });
    assert.deepEqual(
      results.map(({ is_valid, error_code }) => (is_valid ? 'valid' : error_code)),
      ['VERIFICATION_ERROR_IP_NOT_ALLOWED', 'valid'],
    );
  });

  it('keeps keys, but no secret, over a restart; nothing is generated when that is asked for', async () => {
    await sandbox.close();
    const folder = mkdtempSync(join(tmpdir(), 'ory-sandbox-'));
    const data = join(folder, 'data.json');
    await begin({ data, empty: true });
    const { secret, issued_api_key } = await issue();
    await answer('POST', IMPORTED, { name: 'Old', actor_id: 'a', raw_key: 'sk_live_0123456789' }, 201);
    await sandbox.close();
    const kept = readFileSync(data, 'utf8');
    assert.ok(!kept.includes(secret) && !kept.includes('sk_live_'));
    await begin({ data, empty: true });
    const { issued_api_keys } = await answer<{ issued_api_keys: Key[] }>('GET', ISSUED);
    assert.deepEqual(
      issued_api_keys.map(({ key_id }) => key_id),
      [issued_api_key.key_id],
    );
    assert.equal((await check(secret)).is_valid, true);
    assert.equal((await check('sk_live_0123456789')).is_valid, true);
    rmSync(folder, { recursive: true });
  });

  it('knows no other path or method', async () => {
    assert.equal((await call('GET', '/v2alpha1/admin/other')).status, 404);
    assert.equal((await call('PUT', ISSUED, {})).status, 501);
    assert.deepEqual(await answer('GET', '/health/ready'), { status: 'ok' });
  });
});
