import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, send, start, url } from './harness.ts';

interface Full {
  readonly id: string;
  readonly schema_url: string;
  readonly metadata_admin: unknown;
  readonly traits: unknown;
  readonly credentials: Record<string, { identifiers: string[]; config?: { hashed_password?: string } }>;
  readonly verifiable_addresses: { value: string; verified: boolean }[];
}

describe('sandbox: identities of Kratos', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await start({ identities: 0 });
  });
  after(() => sandbox.close());
  const admin = (path: string) => url(sandbox, 'kratos-admin', path);
  const create = async (email: string, rest: object = {}) => {
    const response = await send('POST', admin('/admin/identities'), {
      schema_id: 'default',
      traits: { email },
      ...rest,
    });
    assert.equal(response.status, 201);
    return (await response.json()) as Full;
  };

  it('derive addresses and login names from the traits, and follow them', async () => {
    const { id } = await create('First@Example.com');
    const put = await send('PUT', admin(`/admin/identities/${id}`), {
      traits: { email: 'second@example.com' },
    });
    const after = (await put.json()) as Full;
    assert.deepEqual(after.credentials.password?.identifiers, ['second@example.com']);
    assert.deepEqual(
      after.verifiable_addresses.map(({ value, verified }) => [value, verified]),
      [['second@example.com', false]],
    );
  });

  it('show a password’s hash only on request, and never the password', async () => {
    const { id } = await create('pw@example.com', {
      credentials: { password: { config: { password: 'river-lantern' } } },
    });
    const plain = await (await fetch(admin(`/admin/identities/${id}`))).text();
    assert.equal(/hashed_password|river-lantern/.test(plain), false);
    const full = await getJson<Full>(admin(`/admin/identities/${id}?include_credential=password`));
    assert.match(full.credentials.password?.config?.hashed_password ?? '', /^\$2[ab]\$/);
  });

  it('lose with PUT what was left out, and keep with PATCH what was not named', async () => {
    const { id } = await create('meta@example.com', { metadata_admin: { note: 1 } });
    await send('PATCH', admin(`/admin/identities/${id}`), [
      { op: 'add', path: '/traits/name/first', value: 'Ada' },
    ]);
    const patched = await getJson<Full>(admin(`/admin/identities/${id}`));
    assert.deepEqual(patched.metadata_admin, { note: 1 });
    assert.deepEqual(patched.traits, { email: 'meta@example.com', name: { first: 'Ada' } });
    await send('PUT', admin(`/admin/identities/${id}`), { traits: patched.traits });
    assert.equal((await getJson<Full>(admin(`/admin/identities/${id}`))).metadata_admin, null);
  });

  it('say where traits break the schema', async () => {
    const response = await send('POST', admin('/admin/identities'), {
      traits: { email: 'x@example.com', phone: 1 },
    });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /I\[#\/traits\] S\[#\/properties\/traits\/additionalProperties\]/);
  });

  it('are not polluted through a patch of __proto__', async () => {
    const { id } = await create('proto@example.com');
    await send(
      'PATCH',
      admin(`/admin/identities/${id}`),
      '[{"op":"add","path":"/metadata_public/__proto__/polluted","value":1}]',
    );
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('are not on the public port: a redirect leads on, sessions and recovery are refused', async () => {
    const manual: RequestInit = { redirect: 'manual' };
    const list = await fetch(url(sandbox, 'kratos-public', '/admin/identities?page_size=1'), manual);
    assert.equal(list.status, 307);
    assert.equal(list.headers.get('location'), admin('/admin/identities?page_size=1'));
    assert.equal((await fetch(url(sandbox, 'kratos-public', '/admin/sessions'), manual)).status, 404);
    const link = await send('POST', url(sandbox, 'kratos-public', '/admin/recovery/link'), {});
    assert.equal(link.status, 403);
  });

  it('can be recovered with a link or a code of a real flow', async () => {
    const { id } = await create('rec@example.com');
    const link = await send('POST', admin('/admin/recovery/link'), { identity_id: id, expires_in: '2h' });
    const { recovery_link, expires_at } = (await link.json()) as {
      recovery_link: string;
      expires_at: string;
    };
    assert.match(recovery_link, /flow=[0-9a-f-]{36}&token=\w{20,}/);
    assert.ok(Math.abs(Date.parse(expires_at) - Date.now() - 7_200_000) < 60_000);
    const code = await send('POST', admin('/admin/recovery/code'), { identity_id: id });
    assert.equal(code.status, 201);
    assert.match(((await code.json()) as { recovery_code: string }).recovery_code, /^\d{6}$/);
  });
});
