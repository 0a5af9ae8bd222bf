import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, rawRequest, send, start, url } from './harness.ts';

describe('sandbox: faults on request', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await start();
  });
  after(() => sandbox.close());
  afterEach(async () => {
    await fetch(url(sandbox, 'console', '/.sandbox/faults'), { method: 'DELETE' });
  });

  const list = () => url(sandbox, 'kratos-admin', '/admin/identities');
  const faults = (rules: unknown) => send('PUT', url(sandbox, 'kratos-public', '/.sandbox/faults'), rules);

  it('plays a status as often as it was asked to, on one service only', async () => {
    await faults({ rules: [{ match: { service: 'kratos-admin' }, status: 503, times: 2 }] });
    const statuses = [];
    for (let at = 0; at < 3; at++) statuses.push((await fetch(list())).status);
    assert.deepEqual(statuses, [503, 503, 200]);
    assert.equal((await fetch(url(sandbox, 'kratos-public', '/schemas'))).status, 200);
  });

  it('waits', async () => {
    await faults({ match: { path: '/admin/identities' }, latency_ms: 120 });
    const begin = performance.now();
    await fetch(list());
    assert.ok(performance.now() - begin >= 110);
  });

  it('cuts the connection before or within the answer', async () => {
    await faults([{ match: { path: '/admin/identities' }, reset: true, times: 1 }]);
    await assert.rejects(rawRequest(list()));
    await faults([{ match: { path: '/^\\/admin\\/identities$/' }, truncate: 20 }]);
    await assert.rejects(rawRequest(list()));
  });

  it('limits the rate and tells it as Ory Network does', async () => {
    await faults([
      { match: { method: 'GET', path: '/admin/identities' }, rate_limit: { limit: 2, window_s: 60 } },
    ]);
    const answers = [await rawRequest(list()), await rawRequest(list()), await rawRequest(list())] as const;
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 429],
    );
    assert.equal(answers[1].headers['x-ratelimit-remaining'], '0');
    assert.equal(answers[2].headers['x-ratelimit-limit'], '2, 2;w=60');
    assert.ok(Number(answers[2].headers['x-ratelimit-reset']) <= 60);
    const { error } = JSON.parse(answers[2].text) as { error: { code: number } };
    assert.equal(error.code, 429);
  });

  it('names what is wrong with a rule and keeps the old ones', async () => {
    const refused = await faults([{ match: { path: '/[/' }, status: 500 }]);
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /path/);
    assert.match(await (await faults([{ statsu: 500 }])).text(), /statsu is unknown/);
    assert.equal((await fetch(list())).status, 200);
  });

  it('counts requests, without credentials and without its own', async () => {
    await fetch(url(sandbox, 'console', '/.sandbox/requests'), { method: 'DELETE' });
    await fetch(`${list()}?page_size=2`, { headers: { authorization: 'Bearer secret-header' } });
    await fetch(url(sandbox, 'kratos-public', '/self-service/recovery?flow=1&token=secret-token'), {
      redirect: 'manual',
    });
    const log = await getJson<{
      total: number;
      requests: { path: string; status: number; service: string }[];
    }>(url(sandbox, 'kratos-admin', '/.sandbox/requests'));
    assert.equal(log.total, 2);
    assert.equal(log.requests[0]?.path, '/admin/identities?page_size=2');
    assert.equal(log.requests[0].service, 'kratos-admin');
    assert.equal(JSON.stringify(log).includes('secret'), false);
  });
});
