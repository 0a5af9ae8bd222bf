import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Browser } from './hydra-browser.ts';
import { HydraFixture, type Answer, type Body } from './hydra-fixture.ts';

const VERIFIER = 'a-verifier-that-is-long-enough-to-be-taken-by-the-server';
const CALLBACK = 'http://127.0.0.1:5555/callback';
const APP = {
  client_secret: 'secret-of-app',
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: 'openid offline_access read',
  token_endpoint_auth_method: 'client_secret_post',
};

describe('sandbox: OAuth 2.0 flows', () => {
  let hydra: HydraFixture;
  let app: string;
  beforeEach(async () => {
    const urls = {
      login: 'http://apps.example/login',
      consent: 'http://apps.example/consent',
      logout: 'http://apps.example/logout',
    };
    hydra = await new HydraFixture({ urls }).start();
    app = (await hydra.admin('POST', '/admin/clients', APP)).json.client_id;
    // Small keys of the test's own: making the server's takes seconds.
    const { generateKeyPair, exportJWK } = await import('jose');
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'test', use: 'sig', alg: 'RS256' };
    await hydra.admin('PUT', '/admin/keys/hydra.openid.id-token', { keys: [key] });
  });
  afterEach(() => hydra.stop());

  const authorizeUrl = () =>
    `/oauth2/auth?${new URLSearchParams({
      client_id: app,
      response_type: 'code',
      scope: 'openid offline_access',
      redirect_uri: CALLBACK,
      state: 'state-state',
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString()}`;

  const decide = async (step: 'login' | 'consent', verb: 'accept' | 'reject', at: URL, body: object) => {
    const challenge = encodeURIComponent(at.searchParams.get(`${step}_challenge`) ?? '');
    const path = `/admin/oauth2/auth/requests/${step}/${verb}?${step}_challenge=${challenge}`;
    return (await hydra.admin('PUT', path, body)).json.redirect_to;
  };

  const logIn = async (browser: Browser, remember = false): Promise<URL> => {
    const login = await browser.visit(authorizeUrl());
    const consent = await browser.visit(
      await decide('login', 'accept', login, { subject: 'alice', remember }),
    );
    const grant = {
      grant_scope: ['openid', 'offline_access'],
      remember,
      session: { id_token: { name: 'Alice' } },
    };
    return browser.visit(await decide('consent', 'accept', consent, grant));
  };

  const exchange = (code: string, verifier = VERIFIER): Promise<Answer> =>
    hydra.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      client_id: app,
      client_secret: 'secret-of-app',
      code_verifier: verifier,
    });
  const refresh = (token: string) =>
    hydra.token({
      grant_type: 'refresh_token',
      refresh_token: token,
      client_id: app,
      client_secret: 'secret-of-app',
    });
  const active = async (token: string) =>
    (await hydra.admin('POST', '/admin/oauth2/introspect', new URLSearchParams({ token }))).json.active;

  it('takes a user from login over consent to tokens, and keeps the consent', async () => {
    const end = await logIn(new Browser(hydra));
    assert.equal(end.origin + end.pathname, CALLBACK);
    assert.equal(end.searchParams.get('state'), 'state-state');
    const { status, json } = await exchange(end.searchParams.get('code') ?? '');
    assert.equal(status, 200);
    const user = await hydra.open<{ sub: string; name: string }>('GET', '/userinfo', undefined, {
      authorization: `Bearer ${json.access_token}`,
    });
    assert.deepEqual([user.json.sub, user.json.name], ['alice', 'Alice']);
    const consents = await hydra.admin<Body[]>('GET', '/admin/oauth2/auth/sessions/consent?subject=alice');
    assert.equal(consents.json.length, 1);
    await hydra.admin('DELETE', '/admin/oauth2/auth/sessions/consent?subject=alice&all=true');
    assert.equal(await active(json.access_token), false);
  });

  it('refuses a wrong proof, and the right one after it', async () => {
    const code = (await logIn(new Browser(hydra))).searchParams.get('code') ?? '';
    assert.equal((await exchange(code, `${VERIFIER}-not`)).json.error, 'invalid_grant');
    assert.equal((await exchange(code)).json.error, 'invalid_grant');
  });

  it('ends a family of tokens when a refresh token is used twice', async () => {
    const first = (await exchange((await logIn(new Browser(hydra))).searchParams.get('code') ?? '')).json;
    const second = (await refresh(first.refresh_token)).json;
    assert.deepEqual([await active(first.access_token), await active(second.access_token)], [false, true]);
    assert.equal((await refresh(first.refresh_token)).status, 400);
    assert.equal(await active(second.access_token), false);
    assert.equal((await refresh(second.refresh_token)).status, 400);
  });

  it('need not ask a remembered user, until the login is revoked', async () => {
    const browser = new Browser(hydra);
    await logIn(browser, true);
    const asked = async () => {
      const at = await browser.visit(authorizeUrl());
      const challenge = encodeURIComponent(at.searchParams.get('login_challenge') ?? '');
      return (await hydra.admin('GET', `/admin/oauth2/auth/requests/login?login_challenge=${challenge}`))
        .json;
    };
    assert.deepEqual([(await asked()).skip, (await asked()).subject], [true, 'alice']);
    await hydra.admin('DELETE', '/admin/oauth2/auth/sessions/login?subject=alice');
    assert.equal((await asked()).skip, false);
  });

  it('tells the client when the user refuses, and refuses a browser that did not begin the flow', async () => {
    const browser = new Browser(hydra);
    const login = await browser.visit(authorizeUrl());
    const back = await browser.visit(await decide('login', 'reject', login, { error: 'access_denied' }));
    assert.equal(back.searchParams.get('error'), 'access_denied');
    const again = await browser.visit(authorizeUrl());
    const stranger = await new Browser(hydra).visit(
      await decide('login', 'accept', again, { subject: 'alice' }),
    );
    assert.equal(stranger.searchParams.get('error'), 'request_forbidden');
  });
});
