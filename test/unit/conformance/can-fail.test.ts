import assert from 'node:assert/strict';
import { Configuration, V0alpha2Api, V0alpha2ApiAxiosParamCreator } from 'ory-client-alpha';
import { getOAuth2LoginRequest } from '../../../src/ory/operations/login-requests.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';
import { introspectOAuth2Token } from '../../../src/ory/operations/tokens.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { conform } from './drive.ts';
import { TOKEN } from './inputs.ts';
import { camel, positional } from './peer.ts';

/** A comparison that never fails shows nothing: each of these mistakes in the catalogue must be noticed. */
describe('what conformance notices', () => {
  let server: TestServer;
  before(async () => (server = await startTestServer((_, response) => answerJson(response, {}))));
  after(() => server.close());

  const login: Operation = getOAuth2LoginRequest;
  const introspect: Operation = introspectOAuth2Token;
  const { login_challenge: challenge } = login.parameters;
  const mistakes: readonly (readonly [string, Operation])[] = [
    ['a path', { ...login, path: '/admin/oauth2/auth/request/login' }],
    ['a method', { ...login, method: 'POST' }],
    ['a parameter’s name', { ...login, parameters: { challenge: challenge! } }],
    ['a parameter’s place', { ...login, parameters: { login_challenge: { ...challenge!, in: 'header' } } }],
    ['a parameter left out', { ...login, parameters: {} }],
    ['a content type', { ...introspect, body: { ...introspect.body!, contentType: 'application/json' } }],
    ['a credential', { ...login, credential: 'none' }],
  ];
  for (const [what, operation] of mistakes) {
    it(what, async () => {
      const api = new V0alpha2Api(new Configuration({ basePath: server.url, accessToken: TOKEN }));
      const creator = V0alpha2ApiAxiosParamCreator() as never;
      const peer = positional(api, creator, camel(operation.formerId!))!;
      const noticed = await conform(operation, peer, server, undefined).then(
        () => false,
        (error: unknown) => error instanceof assert.AssertionError,
      );
      assert.ok(noticed);
    });
  }
});
