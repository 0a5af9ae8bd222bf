import assert from 'node:assert/strict';
import type { Sandbox } from '../../../../src/sandbox/start.ts';
import { getJson, send, start, url } from '../harness.ts';

interface SessionJson {
  readonly id: string;
  readonly active: boolean;
  readonly identity: { readonly id: string };
}

describe('sandbox: many sessions at once', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await start({ identities: 60 });
  });
  afterEach(() => sandbox.close());
  const list = () =>
    getJson<SessionJson[]>(url(sandbox, 'kratos-admin', '/admin/sessions?expand=identity&page_size=1000'));
  const manage = async (body: unknown) => {
    const response = await send('POST', url(sandbox, 'kratos-admin', '/admin/sessions'), body);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('are ended, and only those that were active are counted', async () => {
    const { id } = (await list()).find(({ active }) => active)!;
    const request = { action: 'disable', sessions: [id] };
    assert.deepEqual(await manage(request), { status: 200, body: { processed: 1, more: false } });
    assert.equal((await list()).find((one) => one.id === id)?.active, false);
    assert.equal((await manage(request)).body.processed, 0);
  });

  it('are deleted for an identity, and for everybody', async () => {
    const before = await list();
    const { identity } = before[0]!;
    const own = before.filter((one) => one.identity.id === identity.id);
    assert.equal((await manage({ action: 'delete', identities: [identity.id] })).body.processed, own.length);
    assert.equal((await list()).length, before.length - own.length);
    await manage({ action: 'delete', identities: ['*'] });
    assert.deepEqual(await list(), []);
  });

  it('are left alone where a request is not clear', async () => {
    const before = await list();
    const { id } = before[0]!;
    for (const body of [
      {},
      { action: 'revoke', sessions: [id] },
      { action: 'delete' },
      { action: 'delete', sessions: [] },
      { action: 'delete', sessions: [id], identities: [id] },
      { action: 'delete', sessions: ['*'] },
      { action: 'delete', identities: ['*', id] },
      { action: 'delete', sessions: ['no-uuid'] },
      'no JSON',
    ])
      assert.equal((await manage(body)).status, 400, JSON.stringify(body));
    assert.deepEqual(await list(), before);
  });
});
