import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, send, start, url } from './harness.ts';

interface Identity {
  readonly id: string;
  readonly verifiable_addresses: readonly Readonly<Record<string, unknown>>[];
  readonly recovery_addresses: readonly Readonly<Record<string, unknown>>[];
}

/** Addresses of an identity as a patch leaves them: what Kratos answered to the same. */
describe('sandbox: odd addresses', () => {
  let sandbox: Sandbox;
  let count = 0;
  before(async () => {
    const names = ['kratos-public', 'kratos-admin'];
    sandbox = await start({ ports: Object.fromEntries(names.map((name) => [name, 0])), identities: 0 });
  });
  after(() => sandbox.close());

  const at = (path: string) => url(sandbox, 'kratos-admin', path);
  async function patched(...changes: object[]): Promise<{ status: number; identity: Identity }> {
    const body = { schema_id: 'default', traits: { email: `odd${count++}@example.com` } };
    const made = await send('POST', at('/admin/identities'), body);
    const { id } = (await made.json()) as Identity;
    const { status } = await send('PATCH', at(`/admin/identities/${id}`), changes);
    return { status, identity: await getJson<Identity>(at(`/admin/identities/${id}`)) };
  }
  const set = (path: string, value: unknown) => ({ op: 'add', path, value });

  for (const [path, value] of [
    ['/verifiable_addresses', {}],
    ['/verifiable_addresses', 'x'],
    ['/verifiable_addresses/-', 'x'],
    ['/verifiable_addresses/0/id', 'x'],
    ['/verifiable_addresses/0/id', ''],
    ['/verifiable_addresses/0/verified', 'true'],
    ['/verifiable_addresses/0/created_at', 'yesterday'],
    ['/verifiable_addresses/0/verified_at', 5],
    ['/verifiable_addresses/0/via', 7],
    ['/recovery_addresses/0/created_at', true],
    ['/verifiable_addresses/0/verified', null],
  ] as const) {
    const status = value === null ? 200 : 400;
    it(`answers ${status} where ${path} becomes ${JSON.stringify(value)}`, async () => {
      assert.equal((await patched(set(path, value))).status, status);
    });
  }

  it('drops members that an address does not have', async () => {
    const { status, identity } = await patched(
      set('/recovery_addresses/0/status', 'pending'),
      set('/verifiable_addresses/0/extra', 1),
    );
    assert.equal(status, 200);
    assert.ok(!('status' in (identity.recovery_addresses[0] ?? {})));
    assert.ok(!('extra' in (identity.verifiable_addresses[0] ?? {})));
  });

  it('takes null for an address without anything, which the traits do not have', async () => {
    const { status, identity } = await patched(set('/verifiable_addresses/-', null));
    assert.equal(status, 200);
    assert.equal(identity.verifiable_addresses.length, 1);
  });

  it('keeps a moment since when for verified addresses alone, and no empty status', async () => {
    const moment = set('/verifiable_addresses/0/verified_at', '2024-01-02T03:04:05Z');
    const { identity } = await patched(moment, set('/verifiable_addresses/0/status', ''));
    assert.ok(!('verified_at' in (identity.verifiable_addresses[0] ?? {})));
    assert.equal(identity.verifiable_addresses[0]?.status, 'pending');
    const verified = await patched(set('/verifiable_addresses/0/verified', true), moment);
    assert.equal(verified.identity.verifiable_addresses[0]?.verified_at, '2024-01-02T03:04:05Z');
  });
});
