import assert from 'node:assert/strict';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import { getWebAuthnJavaScript } from '../../../src/ory/operations/logout-flows.ts';
import { RawBody } from '../../../src/ory/operations/operation.ts';
import { checkOplSyntax } from '../../../src/ory/operations/relationships.ts';
import { introspectOAuth2Token, oauth2TokenExchange } from '../../../src/ory/operations/tokens.ts';
import { getOidcUserInfo } from '../../../src/ory/operations/authorization.ts';
import { toSession } from '../../../src/ory/operations/my-sessions.ts';
import { Redactor, REDACTED } from '../../../src/ory/secrets/redactor.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { testClient, TRANSPORTS } from '../support/test-client.ts';

const placesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** Ory publishes no bucket of them. */
const WITHOUT_BUCKET = ['getVersion', 'getConfiguration'];

describe('the catalogue', () => {
  it('names each operation once, today and then', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    const former = CATALOGUE.flatMap(({ formerId }) => formerId ?? []);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(new Set(former).size, former.length);
    assert.equal(former.length, 91);
  });

  it('has each method and path of a service once', () => {
    const places = CATALOGUE.map(({ method, path, service }) => `${service} ${method} ${path}`);
    assert.equal(new Set(places).size, places.length);
  });

  for (const operation of CATALOGUE) {
    it(`declares ${operation.id} completely`, () => {
      const { parameters, path, body, summary, method, effect, bucket } = operation;
      const inPath = Object.keys(parameters).filter((name) => parameters[name]?.in === 'path');
      assert.deepEqual(inPath.sort(), placesIn(path).sort());
      assert.match(summary, /^[A-Z].*\.$/);
      assert.ok(bucket ?? WITHOUT_BUCKET.includes(operation.id), 'its rate-limit bucket');
      if (method === 'PUT' || method === 'PATCH') assert.notEqual(effect, 'read');
      for (const [name, { secret, values, default: preset, type }] of Object.entries(parameters)) {
        if (/token$|^cookie$|^authorization$|challenge$|^user_code$/i.test(name) && name !== 'page_token')
          assert.ok(secret ?? name === 'code_challenge', `${name} is secret`);
        if (preset !== undefined) assert.equal(typeof preset, type === 'integer' ? 'number' : type);
        if (values) assert.ok(type.startsWith('string'));
      }
      assert.equal(body?.fields !== undefined, body?.contentType === 'application/x-www-form-urlencoded');
    });
  }

  it('gives no console operation to a project’s key, and no other to a workspace’s', () => {
    for (const { credential, service, id } of CATALOGUE)
      assert.equal(credential === 'workspace-key', service === 'console', id);
  });

  it('keeps secret parameters out of the log', () => {
    const redactor = new Redactor();
    for (const operation of CATALOGUE) {
      for (const [name, { secret, in: place }] of Object.entries(operation.parameters)) {
        if (!secret || place !== 'query') continue;
        const logged = redactor.path(operation, `/x?${name}=hidden-value`);
        assert.equal(new URLSearchParams(logged.split('?')[1]).get(name), REDACTED, operation.id);
      }
    }
  });
});

for (const [name, transport] of TRANSPORTS) {
  describe(`kinds of request over ${name}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      server = await startTestServer((request, response) => {
        if (!request.url.endsWith('.js')) {
          answerJson(response, {});
          return;
        }
        response.setHeader('content-type', 'text/javascript');
        response.end('(function () { return 1 })()');
      });
    });
    afterEach(() => server.close());

    it('sends a form, with its fields encoded and those without value left out', async () => {
      await testClient(server.url, transport()).call(introspectOAuth2Token, {
        body: { token: 'a+b&c=ü', scope: undefined },
      });
      const [request] = server.received;
      assert.equal(request?.headers['content-type'], 'application/x-www-form-urlencoded');
      assert.equal(request.body, 'token=a%2Bb%26c%3D%C3%BC');
    });

    it('sends text as it stands', async () => {
      const text = 'class "User" implements Namespace {}\r\n// ü';
      await testClient(server.url, transport()).call(checkOplSyntax, { body: text });
      assert.equal(server.received[0]?.body, text);
      assert.equal(server.received[0].headers['content-type'], 'text/plain');
    });

    it('hands out a script as text', async () => {
      const { data } = await testClient(server.url, transport()).call(getWebAuthnJavaScript, {});
      assert.equal(data, '(function () { return 1 })()');
    });

    it('sends cookies and session tokens as headers', async () => {
      await testClient(server.url, transport()).call(toSession, {
        'X-Session-Token': 'ory_st_x',
        Cookie: 'a=1; b="2"',
      });
      assert.equal(server.received[0]?.headers['x-session-token'], 'ory_st_x');
      assert.equal(server.received[0].headers.cookie, 'a=1; b="2"');
    });

    it('shows an operation’s own token instead of the connection’s', async () => {
      const client = testClient(server.url, transport(), { authorization: 'Bearer connection' });
      await client.call(getOidcUserInfo, { Authorization: 'ory_at_x' });
      assert.equal(server.received[0]?.headers.authorization, 'Bearer ory_at_x');
    });

    it('encodes id and secret of a client', async () => {
      await testClient(server.url, transport()).call(oauth2TokenExchange, {
        Authorization: 'client:sécret:x',
        body: new RawBody('grant_type=client_credentials'),
      });
      const [, value = ''] = server.received[0]?.headers.authorization?.split(' ') ?? [];
      assert.equal(Buffer.from(value, 'base64').toString('utf8'), 'client:sécret:x');
    });
  });
}
