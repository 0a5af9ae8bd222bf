import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { start, url } from './harness.ts';

describe('sandbox: the sessions of all identities', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await start({ ports: { 'kratos-admin': 0 } });
  });
  after(() => sandbox.close());

  it('are listed page by page, active or ended, with whose they are', async () => {
    const at = (query: string) => fetch(url(sandbox, 'kratos-admin', `/admin/sessions?${query}`));
    const list = async (query: string) => (await (await at(query)).json()) as Record<string, unknown>[];
    const ids: unknown[] = [];
    let next: string | undefined = 'page_size=3';
    while (next !== undefined) {
      const response = await at(next);
      ids.push(...((await response.json()) as { id: string }[]).map(({ id }) => id));
      next = /\?([^>]*)>; *rel="?next/.exec(response.headers.get('link')?.split(',').at(-1) ?? '')?.[1];
    }
    const all = await list('page_size=1000');
    assert.deepEqual(
      ids,
      all.map(({ id }) => id),
    );
    const [active, ended] = [
      await list('active=true&page_size=1000'),
      await list('active=false&page_size=1000'),
    ];
    assert.ok(active.length > 0 && active.every((one) => one.active === true));
    assert.equal(active.length + ended.length, all.length);
    const [expanded] = await list('expand=identity&expand=devices&page_size=1');
    assert.ok((expanded?.identity as { traits?: object } | null)?.traits);
    assert.ok(Array.isArray(expanded?.devices));
    assert.equal((await at('page_token=mine-own-token')).status, 400);
    assert.equal((await at('active=perhaps')).status, 400);
    assert.equal((await at('expand=everything')).status, 400);
  });
});
