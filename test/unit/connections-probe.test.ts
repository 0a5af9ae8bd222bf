import assert from 'node:assert/strict';
import { detectServers } from '../../src/connections/detect.ts';
import { probe } from '../../src/connections/probe/probe.ts';
import { unreachableVerdict, verdictOn } from '../../src/connections/probe/verdict.ts';
import type { Service } from '../../src/ory/operations/operation.ts';
import { answerJson, startTestServer, type TestServer } from './support/test-server.ts';

type Answer = (response: Parameters<typeof answerJson>[0]) => void;
type Routes = Readonly<Record<string, Answer>>;

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    answerJson(response, body, status, headers);
const text =
  (body: string, status: number, type = 'text/plain'): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
const to =
  (location: string): Answer =>
  (response) => {
    response.writeHead(307, { location, 'content-type': 'text/html' });
    response.end(`<a href="${location}">Temporary Redirect</a>.`);
  };

const alive = json({ status: 'ok' });
const kratosRefusal = json({ error: { code: 401, status: 'Unauthorized', message: 'No session.' } }, 401);
const hydraRefusal = json({ error: 'request_unauthorized', error_description: 'Check that.' }, 401);

/** How each server answers the paths that tell it apart, old and new. */
const servers: Readonly<Record<string, { readonly routes: Routes; readonly otherwise: Answer }>> = {
  'Kratos admin': {
    routes: {
      '/health/alive': alive,
      '/version': json({ version: 'v1.3.0' }),
      '/admin/identities': json([]),
    },
    otherwise: text('404 page not found', 404),
  },
  'Kratos 0.11 admin': {
    routes: {
      '/admin/health/alive': alive,
      '/admin/version': json({ version: 'v0.11.1' }),
      '/admin/identities': json([]),
      '/health/alive': to('/admin/health/alive'),
      '/version': to('/admin/version'),
    },
    otherwise: text('404 page not found', 404),
  },
  'Kratos public': {
    routes: {
      '/health/alive': alive,
      '/admin/identities': to('http://kratos.internal:4434/admin/identities?page_size=1'),
      '/sessions/whoami': kratosRefusal,
      '/schemas': json([{ id: 'default', schema: {} }]),
    },
    otherwise: text('404 page not found', 404),
  },
  'Hydra admin': {
    routes: { '/health/alive': alive, '/version': json({ version: 'v2.0.3' }), '/admin/clients': json([]) },
    otherwise: json({ error: { code: 404, message: 'Not Found' } }, 404),
  },
  'Hydra public': {
    routes: { '/health/alive': alive, '/userinfo': hydraRefusal },
    otherwise: json({ error: { code: 404, message: 'Not Found' } }, 404),
  },
  'Hydra 1.11 admin': {
    routes: { '/health/alive': alive, '/version': json({ version: 'v1.11.0' }), '/clients': json([]) },
    otherwise: text('404 page not found', 404),
  },
  'Keto read': {
    routes: {
      '/health/alive': alive,
      '/relation-tuples': json({ relation_tuples: [], next_page_token: '' }),
    },
    otherwise: text('404 page not found', 404),
  },
  'Keto write': {
    routes: { '/health/alive': alive, '/admin/relation-tuples': text('Method Not Allowed', 405) },
    otherwise: text('404 page not found', 404),
  },
  'Keto OPL': {
    routes: { '/health/alive': alive, '/opl/syntax/check': text('Method Not Allowed', 405) },
    otherwise: text('404 page not found', 404),
  },
  Talos: {
    routes: {
      '/health/alive': alive,
      '/v2alpha1/admin/issuedApiKeys': json({ issued_api_keys: [], next_page_token: '' }),
      '/v2alpha1/derivedKeys/jwks.json': json({ jwks: { keys: [] } }),
    },
    otherwise: json({ error: { code: 404, message: 'Not Found', status: 'NOT_FOUND' } }, 404),
  },
  'Talos that leaves empty lists out': {
    routes: {
      '/health/alive': alive,
      '/v2alpha1/admin/issuedApiKeys': json({}),
      '/v2alpha1/derivedKeys/jwks.json': json({ jwks: { keys: [] } }),
    },
    otherwise: json({ error: { code: 404, message: 'Not Found', status: 'NOT_FOUND' } }, 404),
  },
  'a server that answers everything alike': { routes: { '/health/alive': alive }, otherwise: json({}) },
  console: {
    routes: {},
    otherwise: json({ error: { code: 401, status: 'Unauthorized', message: 'No.' } }, 401),
  },
  'a web site': { routes: {}, otherwise: text('<!doctype html><title>Hello</title>', 200, 'text/html') },
  'another API': { routes: {}, otherwise: json({ message: 'not here' }, 404) },
  'a port with TLS': {
    routes: {},
    otherwise: text('Client sent an HTTP request to an HTTPS server.\n', 400),
  },
  'a web server that wants a login': { routes: {}, otherwise: text('<html>401</html>', 401, 'text/html') },
  'an API that refuses all': { routes: {}, otherwise: json({ error: 'unauthorized' }, 401) },
  'Kratos behind a gateway': { routes: { '/health/alive': alive }, otherwise: text('No.', 401) },
  Oathkeeper: {
    routes: {},
    otherwise: json({ error: { code: 401, status: 'Unauthorized', message: 'Access denied.' } }, 401),
  },
  'oauth2-proxy': {
    routes: {},
    otherwise: to('https://sso.example.com/login?rd=/admin/identities&state=shh-shh'),
  },
  'a gateway': { routes: {}, otherwise: json({ message: 'token missing' }, 401) },
};

describe('a probe', () => {
  const running: TestServer[] = [];
  afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

  async function start(name: keyof typeof servers): Promise<TestServer> {
    const { routes, otherwise } = servers[name] ?? assert.fail(`no server called ${name}`);
    const server = await startTestServer(({ url }, response) =>
      (routes[url.split('?')[0] ?? ''] ?? otherwise)(response),
    );
    running.push(server);
    return server;
  }

  const kinds: readonly (readonly [string, readonly Service[], string | undefined])[] = [
    ['Kratos admin', ['kratos-admin'], 'v1.3.0'],
    ['Kratos 0.11 admin', ['kratos-admin'], 'v0.11.1'],
    ['Kratos public', ['kratos-public'], undefined],
    ['Hydra admin', ['hydra-admin'], 'v2.0.3'],
    ['Hydra public', ['hydra-public'], undefined],
    ['Hydra 1.11 admin', [], 'v1.11.0'],
    ['Keto read', ['keto-read'], undefined],
    ['Keto write', ['keto-write'], undefined],
    ['console', ['console'], undefined],
    ['Keto OPL', ['keto-opl'], undefined],
    ['Talos', ['talos'], undefined],
    ['Talos that leaves empty lists out', ['talos'], undefined],
    ['a server that answers everything alike', [], undefined],
    ['a web site', [], undefined],
    ['another API', [], undefined],
    ['a gateway', [], undefined],
    ['a web server that wants a login', [], undefined],
    ['an API that refuses all', [], undefined],
    ['Kratos behind a gateway', [], undefined],
    ['oauth2-proxy', [], undefined],
  ];
  for (const [name, services, version] of kinds) {
    it(`knows ${name} by what it answers`, async () => {
      const probed = await probe((await start(name)).url);
      assert.deepEqual(probed.services, services);
      assert.equal(probed.version, version);
    });
  }

  const words: readonly (readonly [string, Service, RegExp])[] = [
    ['Kratos admin', 'kratos-admin', /^Kratos \(admin\) answers, version v1\.3\.0\.$/],
    ['Kratos public', 'kratos-admin', /Kratos’ public port; the admin port is asked for \(usually 4434\)/],
    ['Hydra public', 'hydra-admin', /Hydra’s public port; the admin port is asked for \(usually 4445\)/],
    ['Kratos admin', 'kratos-public', /admin port \(v1\.3\.0\); the public port is asked for/],
    [
      'Hydra admin',
      'kratos-admin',
      /Hydra \(admin\) answers, version v2\.0\.3: this is not Kratos \(admin\)/,
    ],
    ['Hydra 1.11 admin', 'hydra-admin', /Hydra 1\.x.*too old/],
    ['a web site', 'kratos-admin', /web page.*HTML.*proxy/],
    ['another API', 'kratos-admin', /no server of Ory/],
    ['a port with TLS', 'kratos-admin', /https:\/\//],
    [
      'a gateway',
      'kratos-admin',
      /^Something at http:\S+ answers 401\. It may be a gateway in front of Kratos \(admin\)/,
    ],
    [
      'a web server that wants a login',
      'hydra-admin',
      /^Something at http:\S+ answers 401\. It may be a gateway/,
    ],
    ['an API that refuses all', 'kratos-public', /^Something at http:\S+ answers 401\. It may be a gateway/],
    ['Kratos behind a gateway', 'kratos-admin', /^A server of Ory at http:\S+ asks for a credential \(401\)/],
    ['Oathkeeper', 'kratos-admin', /asks for a credential \(401\)/],
    ['console', 'console', /^console API answers/],
    ['oauth2-proxy', 'kratos-admin', /redirects every request to sso\.example\.com\. It may be a gateway/],
  ];
  for (const [name, wanted, said] of words) {
    it(`says at the field of ${wanted} that ${name} answers`, async () => {
      assert.match(verdictOn(await probe((await start(name)).url), wanted).message, said);
    });
  }

  it('names the host that a gateway redirects to, and nothing else of the address', async () => {
    const { message, ok, asksForCredential } = verdictOn(
      await probe((await start('oauth2-proxy')).url),
      'hydra-admin',
    );
    assert.ok(!ok && !asksForCredential);
    assert.doesNotMatch(message, /shh|state|\/login|public port/);
  });

  it('reads which schemes a gateway asks for', async () => {
    for (const [challenge, schemes] of [
      ['Basic realm="a, b", charset="UTF-8"', ['basic']],
      ['Bearer', ['bearer']],
      ['Negotiate, Basic realm="x"', ['negotiate', 'basic']],
      ['', []],
    ] as const) {
      const server = await startTestServer((_, response) =>
        answerJson(response, {}, 401, challenge ? { 'www-authenticate': challenge } : {}),
      );
      running.push(server);
      assert.deepEqual((await probe(server.url)).refusal, { status: 401, schemes });
    }
  });

  it('shows a credential to the address only, and not along a redirect', async () => {
    const server = await start('Kratos 0.11 admin');
    await probe(server.url, { authorization: 'Bearer secret' });
    const redirected = server.received.filter(({ url }) => /^\/admin\/(version|health)/.test(url));
    assert.equal(redirected.length, 2);
    assert.ok(redirected.every(({ headers }) => headers.authorization === undefined));
    assert.ok(server.received.some(({ headers }) => headers.authorization === 'Bearer secret'));
  });

  it('follows no redirect to another origin', async () => {
    const elsewhere = await start('Kratos admin');
    const server = await startTestServer((_, response) => to(`${elsewhere.url}/health/alive`)(response));
    running.push(server);
    assert.deepEqual((await probe(server.url)).services, []);
    assert.equal(elsewhere.received.length, 0);
  });

  it('says that nothing listens, and waits no longer than it was told', async () => {
    const server = await start('Kratos admin');
    const { url } = server;
    await server.close();
    await probe(url).then(
      () => assert.fail('nothing should answer'),
      (error: unknown) => assert.match(unreachableVerdict(error)?.message ?? '', /nothing listens there/),
    );

    const silent = await startTestServer(() => undefined);
    running.push(silent);
    const started = performance.now();
    await assert.rejects(probe(silent.url, { timeoutMs: 200 }), /took too long/);
    assert.ok(performance.now() - started < 2000);
  });

  it('finds local servers, and asks what is none of Ory’s once only', async () => {
    const [admin, site] = [await start('Kratos admin'), await start('a web site')];
    const ports = [admin, site].map(({ url }) => Number(new URL(url).port));
    const found = await detectServers(undefined, [...ports, 1]);
    assert.deepEqual(found, [{ address: admin.url, service: 'kratos-admin', version: 'v1.3.0' }]);
    assert.equal(site.received.length, 1);
  });
});
