import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { rawRequest, start, url } from './harness.ts';

describe('sandbox: HTTP', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await start({
      kratos: {
        config: { serve: { public: { cors: { enabled: true, allowed_origins: ['https://app.example'] } } } },
        file: '',
      },
    });
  });
  after(() => sandbox.close());

  it('answers to loopback names and refuses a foreign Host on every port', async () => {
    for (const [service, path] of [
      ['kratos-admin', '/admin/identities'],
      ['kratos-public', '/schemas'],
      ['console', '/projects'],
      ['kratos-admin', '/.sandbox/faults'],
    ] as const) {
      const answer = await rawRequest(url(sandbox, service, path), { host: 'rebound.example:4434' });
      assert.equal(answer.status, 403, service);
      assert.match(answer.text, /rebound\.example/);
    }
    for (const host of ['localhost:1', '127.0.0.1', '[::1]:4434']) {
      assert.equal(
        (await rawRequest(url(sandbox, 'kratos-public', '/health/ready'), { host })).status,
        200,
        host,
      );
    }
  });

  it('sends cross-origin headers only where the configuration says so, and to those origins', async () => {
    const origin = { origin: 'https://app.example' };
    const open = await rawRequest(url(sandbox, 'kratos-public', '/schemas'), origin);
    assert.equal(open.headers['access-control-allow-origin'], 'https://app.example');
    const stranger = await rawRequest(url(sandbox, 'kratos-public', '/schemas'), {
      origin: 'https://evil.example',
    });
    assert.equal(stranger.headers['access-control-allow-origin'], undefined);
    const closed = await rawRequest(url(sandbox, 'kratos-admin', '/admin/identities'), origin);
    assert.equal(closed.headers['access-control-allow-origin'], undefined);
    const asked = await rawRequest(
      url(sandbox, 'kratos-public', '/schemas'),
      { ...origin, 'access-control-request-method': 'GET' },
      'OPTIONS',
    );
    assert.equal(asked.status, 204);
  });

  it('answers HEAD like GET, without the body', async () => {
    const target = url(sandbox, 'kratos-admin', '/admin/identities?page_size=3');
    const [get, head] = [await rawRequest(target), await rawRequest(target, {}, 'HEAD')];
    assert.equal(head.status, 200);
    assert.equal(head.text, '');
    assert.equal(head.headers['content-length'], get.headers['content-length']);
  });

  it('refuses a body over the limit and stays up', async () => {
    const response = await fetch(url(sandbox, 'kratos-admin', '/admin/identities'), {
      method: 'POST',
      body: Buffer.alloc(17 * 1024 * 1024, 32),
    });
    assert.equal(response.status, 413);
    assert.equal((await rawRequest(url(sandbox, 'kratos-admin', '/admin/health/ready'))).status, 200);
  });

  it('has metrics for Prometheus', async () => {
    const answer = await rawRequest(url(sandbox, 'kratos-admin', '/admin/metrics/prometheus'));
    assert.equal(answer.status, 200);
    assert.match(answer.text, /^# TYPE process_start_time_seconds gauge\nprocess_start_time_seconds \d+$/m);
  });
});
