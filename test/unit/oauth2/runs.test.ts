import assert from 'node:assert/strict';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listenForCallback } from '../../../src/flows/oauth2/browser/callback-listener.ts';
import { type Arrival, EditorBrowser } from '../../../src/flows/oauth2/browser/follow.ts';
import { redirectPlans } from '../../../src/flows/oauth2/browser/redirect-plan.ts';
import { answerRequest } from '../../../src/flows/oauth2/challenges/answer.ts';
import { answerFields, bodyOf } from '../../../src/flows/oauth2/challenges/fields.ts';
import { readRequest } from '../../../src/flows/oauth2/challenges/request.ts';
import type { RunContext } from '../../../src/flows/oauth2/context.ts';
import { beginAuthorization } from '../../../src/flows/oauth2/runs/authorization-code.ts';
import { beginDevice } from '../../../src/flows/oauth2/runs/device.ts';
import { clientCredentials, refresh } from '../../../src/flows/oauth2/runs/grants.ts';
import { jwtBearer } from '../../../src/flows/oauth2/runs/jwt-bearer.ts';
import { inspectToken, verdictOf } from '../../../src/flows/oauth2/tokens/inspect.ts';
import { introspect, logoutUrl, revoke, userInfo } from '../../../src/flows/oauth2/tokens/token-actions.ts';
import { newKey, OAuth2Fixture } from './fixture.ts';

/** The status of an answer to a path that is sent as it is. */
const rawStatus = (base: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    get({ hostname, port, path }, ({ statusCode }) => resolve(statusCode)).on('error', reject);
  });

const CALLBACK = 'http://127.0.0.1/callback';
const SECRET = 'secret-of-the-web-shop';
const APP = {
  client_secret: SECRET,
  redirect_uris: [CALLBACK],
  post_logout_redirect_uris: [CALLBACK],
  grant_types: [
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ],
  response_types: ['code'],
  scope: 'openid offline_access read',
  token_endpoint_auth_method: 'client_secret_basic',
};

describe('OAuth 2.0 runs', () => {
  let fixture: OAuth2Fixture;
  beforeEach(async () => {
    fixture = await OAuth2Fixture.start({
      oauth2: { device_authorization: { token_polling_interval: '1s' } },
    });
  });
  afterEach(() => fixture.stop());

  const app = async (): Promise<RunContext> =>
    fixture.context(await fixture.client(APP), { method: 'client_secret_basic', secret: SECRET });

  /** Accepts login and consent (or whatever is asked) as a person would in the editor. */
  const decide = async (browser: EditorBrowser, first: Arrival, callback?: string): Promise<Arrival> => {
    let at = first;
    while (at.at === 'challenge') {
      const request = await readRequest(fixture.api, at.kind, at.challenge);
      const values = Object.fromEntries(
        answerFields(request, 'accept').map(({ name, value }) => [name, value]),
      );
      const filled = {
        ...values,
        ...(at.kind === 'login' ? { subject: 'alice', remember: true } : {}),
        ...(at.kind === 'consent' ? { 'session.id_token': '{"email":"alice@example.com"}' } : {}),
      };
      const body = bodyOf(answerFields(request, 'accept'), filled);
      const next = await answerRequest(fixture.api, request, 'accept', body);
      assert(next);
      at = await browser.visit(next, callback);
    }
    return at;
  };

  const codeFlow = async (context: RunContext, browser: EditorBrowser) => {
    const pending = await beginAuthorization(context, {
      redirectUri: 'http://127.0.0.1:4711/callback',
      scope: 'openid offline_access read',
    });
    const end = await decide(
      browser,
      await browser.visit(pending.url, pending.redirectUri),
      pending.redirectUri,
    );
    assert.equal(end.at, 'callback');
    return pending.exchange((end as { url: URL }).url);
  };

  it('runs a code flow with login and consent decided in the editor, and everything that tokens are for', async () => {
    const context = await app();
    context.trace.begin('A code flow');
    const browser = new EditorBrowser(context);
    const tokens = await codeFlow(context, browser);
    const inspection = await inspectToken(tokens.idToken ?? '', fixture.api, fixture.redactor);
    assert.deepEqual([inspection.kind, inspection.verdict?.ok], ['ID token (JWT)', true]);
    assert.equal((await userInfo(context, tokens.accessToken, 'alice')).email, 'alice@example.com');
    assert.equal((await introspect(context, tokens.accessToken)).sub, 'alice');

    const second = await refresh(context, tokens);
    assert.notEqual(second.accessToken, tokens.accessToken);
    await assert.rejects(() => refresh(context, tokens), /invalid_grant/);

    const fresh = await codeFlow(context, browser);
    await revoke(context, fresh.accessToken);
    const revoked = await inspectToken(fresh.accessToken, fixture.api, fixture.redactor);
    assert.match(verdictOf(revoked)?.words ?? '', /not active/);

    const out = logoutUrl(context, {
      idToken: fresh.idToken,
      postLogoutRedirectUri: CALLBACK,
      state: 'bye-bye-bye',
    });
    const end = await decide(browser, await browser.visit(out, CALLBACK), CALLBACK);
    assert.equal(end.at === 'callback' && end.url.searchParams.get('state'), 'bye-bye-bye');
  });

  it('records each step without a secret', async () => {
    const context = await app();
    context.trace.begin('A code flow');
    const tokens = await codeFlow(context, new EditorBrowser(context));
    const [step] = context.trace.steps;
    const shown = JSON.stringify(step);
    for (const secret of [tokens.accessToken, tokens.refreshToken, tokens.idToken, SECRET])
      assert(secret && !shown.includes(secret), shown);
    assert.doesNotMatch(
      shown,
      /(?:code|code_verifier|login_verifier|consent_challenge)=(?!%5Bredacted|\[redacted)\w/,
    );
    const exchange = step?.exchanges.find(({ method }) => method === 'POST');
    assert.deepEqual([exchange?.status, exchange?.url.endsWith('/oauth2/token')], [200, true]);
    assert.match(exchange?.requestBody ?? '', /grant_type=authorization_code/);
  });

  it('tells in the provider’s words why it was refused', async () => {
    const context = await app();
    const pending = await beginAuthorization(context, { redirectUri: CALLBACK, scope: 'openid nonsense' });
    const end = await new EditorBrowser(context).visit(pending.url, CALLBACK);
    assert.equal(end.at, 'callback');
    await assert.rejects(() => pending.exchange((end as { url: URL }).url), /invalid_scope/);
    const wrong = await beginAuthorization(context, {
      redirectUri: 'https://evil.example/',
      scope: 'openid',
    });
    const page = await new EditorBrowser(context).visit(wrong.url, 'https://evil.example/');
    assert.equal(page.at === 'error' && page.error, 'invalid_request');
  });

  it('does not take a callback with another state', async () => {
    const context = await app();
    const pending = await beginAuthorization(context, { redirectUri: CALLBACK, scope: 'openid' });
    const forged = new URL(`${CALLBACK}?code=stolen-code&state=of-somebody-else`);
    await assert.rejects(() => pending.exchange(forged), /state/);
  });

  for (const method of ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const)
    it(`gets tokens for the client itself with ${method}`, async () => {
      const { publicKey, privateKey } = await newKey('of-the-client');
      const id = await fixture.client({
        ...APP,
        ...(method === 'private_key_jwt' ? { client_secret: undefined, jwks: { keys: [publicKey] } } : {}),
        token_endpoint_auth_method: method,
      });
      const credential =
        method === 'private_key_jwt' ? ({ method, key: privateKey } as const) : { method, secret: SECRET };
      const context = await fixture.context(id, credential);
      const tokens = await clientCredentials(context, { scope: 'read' });
      assert.deepEqual([tokens.scope, tokens.refreshToken], ['read', undefined]);
    });

  it('says so when the secret is wrong', async () => {
    const context = await fixture.context(await fixture.client(APP), {
      method: 'client_secret_basic',
      secret: 'not-the-secret',
    });
    await assert.rejects(() => clientCredentials(context, { scope: 'read' }), /invalid_client.*\(401\)/s);
  });

  it('signs a device in whose code is accepted in the editor', async () => {
    const context = await app();
    const device = await beginDevice(context, { scope: 'openid read' });
    const polled = device.poll();
    const browser = new EditorBrowser(context);
    const arrived = await browser.visit(new URL(device.completeUri ?? ''));
    assert.equal(arrived.at === 'challenge' && arrived.kind, 'device');
    const challenge = arrived.at === 'challenge' ? arrived.challenge : '';
    const request = { ...(await readRequest(fixture.api, 'device', challenge)), userCode: device.userCode };
    const next = await answerRequest(fixture.api, request, 'accept', { user_code: device.userCode });
    await decide(browser, await browser.visit(next ?? new URL('about:blank')));
    const tokens = await polled;
    assert.equal((await introspect(context, tokens.accessToken)).sub, 'alice');
  });

  it('stops asking for a device when it is cancelled', async () => {
    const device = await beginDevice(await app(), { scope: 'read' });
    const polled = assert.rejects(() => device.poll(), { kind: 'cancelled' });
    fixture.abort.abort();
    await polled;
  });

  it('gets tokens for an assertion of a trusted issuer', async () => {
    const { publicKey, privateKey } = await newKey('of-the-issuer');
    await fixture.hydra.admin('POST', '/admin/trust/grants/jwt-bearer/issuers', {
      issuer: 'https://issuer.example/',
      subject: 'alice',
      scope: ['read'],
      jwk: publicKey,
      expires_at: '2999-01-01T00:00:00Z',
    });
    const context = await app();
    const request = { issuer: 'https://issuer.example/', subject: 'alice', key: privateKey, scope: 'read' };
    const tokens = await jwtBearer(context, request);
    assert.equal((await introspect(context, tokens.accessToken)).sub, 'alice');
    const strange = { ...request, key: { ...(await newKey('of-the-issuer')).privateKey } };
    await assert.rejects(() => jwtBearer(context, strange), /invalid_grant/);
  });

  it('hears the browser on a port of its own, and nobody else', async () => {
    const [plan] = redirectPlans(['https://app.example/callback', 'http://localhost:3999/cb', CALLBACK]);
    assert(plan?.way === 'listen' && plan.port === 0);
    const listener = await listenForCallback(plan);
    try {
      const back = listener.wait('the-state', { timeoutMs: 60_000 });
      const ask = async (query: string) => (await fetch(`${listener.redirectUri}${query}`)).status;
      assert.equal(await ask('?code=x&state=another'), 400);
      assert.equal((await fetch(new URL('/other', listener.redirectUri))).status, 404);
      assert.equal(await rawStatus(listener.redirectUri, '//'), 400);
      assert.equal(await ask('?code=x&state=the-state'), 200);
      assert.equal((await back).searchParams.get('code'), 'x');
    } finally {
      listener.close();
    }
  });

  it('hears a browser that is forwarded from another port or path, and tells the address that was asked for', async () => {
    const [plan] = redirectPlans([CALLBACK]);
    assert(plan?.way === 'listen');
    const listener = await listenForCallback(plan);
    const proxy = createServer((request, response) => {
      const path = (request.url ?? '').replace('/proxy/1', '');
      const headers = { host: request.headers.host };
      get(new URL(path, listener.redirectUri), { headers }, (answer) => answer.pipe(response));
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    try {
      const { port } = proxy.address() as AddressInfo;
      const asked = `http://127.0.0.1:${port}/proxy/1/callback`;
      const back = listener.wait('the-state', { asked, timeoutMs: 60_000 });
      assert.equal((await fetch(`${asked}?code=x&state=the-state`)).status, 200);
      assert.equal((await back).href, `${asked}?code=x&state=the-state`);
    } finally {
      proxy.close();
      listener.close();
    }
  });

  it('gives up listening when it is cancelled or late', async () => {
    const [plan] = redirectPlans([CALLBACK]);
    assert(plan?.way === 'listen');
    const listener = await listenForCallback(plan);
    await assert.rejects(() => listener.wait('the-state', { timeoutMs: 1 }), { kind: 'timeout' });
    const abort = new AbortController();
    const waiting = listener.wait('the-state', { timeoutMs: 60_000, signal: abort.signal });
    abort.abort();
    await assert.rejects(() => waiting, { kind: 'cancelled' });
    listener.close();
  });
});
