import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair } from 'jose';
import { Browser } from './hydra-browser.ts';
import { HydraFixture } from './hydra-fixture.ts';

const CALLBACK = 'http://127.0.0.1:5555/callback';
const GOODBYE = 'http://127.0.0.1:5555/goodbye';
const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';

/** What clients and browsers may ask of a flow, and what becomes of it. */
describe('sandbox: what an OAuth 2.0 client asks for', () => {
  let hydra: HydraFixture;
  let app: string;
  before(async () => {
    const page = (name: string) => `http://apps.example/${name}`;
    const urls = {
      login: page('login'),
      registration: page('registration'),
      consent: page('consent'),
      logout: page('logout'),
      error: page('error'),
      device: { verification: page('device') },
    };
    const subjects = { supported_types: ['public', 'pairwise'], pairwise: { salt: 'salt-of-the-test' } };
    hydra = await new HydraFixture({ urls, oidc: { subject_identifiers: subjects } }).start();
    app = await client({});
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'test', use: 'sig', alg: 'RS256' };
    await hydra.admin('PUT', '/admin/keys/hydra.openid.id-token', { keys: [key] });
  });
  after(() => hydra.stop());

  const client = async (fields: object): Promise<string> =>
    (
      await hydra.admin('POST', '/admin/clients', {
        client_secret: 'secret-of-app',
        redirect_uris: [CALLBACK],
        post_logout_redirect_uris: [GOODBYE],
        grant_types: ['authorization_code', 'implicit', DEVICE_CODE],
        response_types: ['code', 'token', 'id_token'],
        scope: 'openid read',
        token_endpoint_auth_method: 'client_secret_post',
        ...fields,
      })
    ).json.client_id;

  const start = (browser: Browser, parameters: Record<string, string> = {}) =>
    browser.visit(
      `/oauth2/auth?${new URLSearchParams({
        client_id: app,
        response_type: 'code',
        scope: 'openid',
        redirect_uri: CALLBACK,
        state: 'state-state',
        ...parameters,
      }).toString()}`,
    );
  const request = (step: string, at: URL) =>
    `/admin/oauth2/auth/requests/${step}?${step}_challenge=${encodeURIComponent(at.searchParams.get(`${step}_challenge`) ?? '')}`;
  const decide = async (step: string, at: URL, body: object): Promise<string> =>
    (await hydra.admin('PUT', request(step, at).replace('?', '/accept?'), body)).json.redirect_to;
  const toConsent = async (browser: Browser, at: URL, body: object = {}) =>
    browser.visit(await decide('login', at, { subject: 'alice', remember: true, ...body }));
  const toEnd = async (browser: Browser, at: URL, body: object = {}) =>
    browser.visit(await decide('consent', at, { grant_scope: ['openid'], ...body }));
  const tokens = async (end: URL, id = app) =>
    (
      await hydra.token({
        grant_type: 'authorization_code',
        code: end.searchParams.get('code') ?? '',
        redirect_uri: CALLBACK,
        client_id: id,
        client_secret: 'secret-of-app',
      })
    ).json;
  const logIn = async (browser: Browser, parameters = {}, login = {}, consent = {}) =>
    tokens(
      await toEnd(browser, await toConsent(browser, await start(browser, parameters), login), consent),
      (parameters as { client_id?: string }).client_id,
    );

  it('answers and errors in the fragment where a client wants them there', async () => {
    const browser = new Browser(hydra);
    const login = await start(browser, { response_mode: 'fragment' });
    const end = await toEnd(browser, await toConsent(browser, login));
    assert.match(end.hash, /^#code=ory_ac_/);
    const refused = await start(browser, { response_mode: 'fragment', scope: 'unknown' });
    assert.match(refused.hash, /error=invalid_scope/);
    assert.equal((await start(browser, { response_mode: 'smoke' })).pathname, '/error');
  });

  it('takes people who want an account to the registration page', async () => {
    const at = await start(new Browser(hydra), { prompt: 'registration' });
    assert.equal(at.pathname, '/registration');
  });

  it('tells the login app whom the client expects, and refuses anybody else', async () => {
    const browser = new Browser(hydra);
    const { id_token: hint } = await logIn(browser);
    const at = await start(browser, { id_token_hint: hint });
    const asked = await hydra.admin<{ oidc_context: { id_token_hint_claims: { sub: string } } }>(
      'GET',
      request('login', at),
    );
    assert.equal(asked.json.oidc_context.id_token_hint_claims.sub, 'alice');
    const stranger = new Browser(hydra);
    const other = await toConsent(stranger, await start(stranger, { id_token_hint: hint }), {
      subject: 'bob',
    });
    assert.equal(other.searchParams.get('error'), 'login_required');
    assert.equal(
      (await start(stranger, { id_token_hint: 'no.id.token' })).searchParams.get('error'),
      'invalid_request',
    );
  });

  it('forgets a login that is not to be remembered, and the one before it', async () => {
    const browser = new Browser(hydra);
    await logIn(browser);
    await logIn(browser, { prompt: 'login' }, { remember: false });
    const { json } = await hydra.admin('GET', request('login', await start(browser)));
    assert.equal(json.skip, false);
  });

  it('gives a pairwise client a subject of its own, which introspection tells beside the real one', async () => {
    const id = await client({ subject_type: 'pairwise' });
    const { access_token: token } = await logIn(
      new Browser(hydra),
      { client_id: id },
      { force_subject_identifier: 'mask' },
    );
    const form = new URLSearchParams({ token });
    const { json } = await hydra.admin<{ sub: string; obfuscated_subject: string }>(
      'POST',
      '/admin/oauth2/introspect',
      form,
    );
    assert.deepEqual([json.sub, json.obfuscated_subject], ['alice', 'mask']);
  });

  it('ends the login that an ID token names, whatever browser brings it', async () => {
    const browser = new Browser(hydra);
    const { id_token: hint } = await logIn(browser);
    const elsewhere = new Browser(hydra);
    const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: GOODBYE, state: 's' });
    const at = await elsewhere.visit(`/oauth2/sessions/logout?${query.toString()}`);
    assert.equal(at.pathname, '/logout');
    const end = await elsewhere.visit(await decide('logout', at, {}));
    assert.equal(end.href, `${GOODBYE}?state=s`);
    assert.equal((await hydra.admin('GET', request('login', await start(browser)))).json.skip, false);
    const refused = await browser.visit('/oauth2/sessions/logout?state=without-a-hint');
    assert.equal(refused.searchParams.get('error'), 'invalid_request');
  });

  it('refuses decisions whose fields are of the wrong type', async () => {
    const browser = new Browser(hydra);
    const at = await start(browser);
    for (const body of [{ remember: 'yes' }, { remember_for: 1.5 }, { amr: 'pwd' }]) {
      const path = request('login', at).replace('?', '/accept?');
      const { status, json } = await hydra.admin('PUT', path, { subject: 'alice', ...body });
      assert.deepEqual([status, json.error], [400, 'invalid_request'], JSON.stringify(body));
    }
    const consent = await toConsent(browser, at);
    const path = request('consent', consent).replace('?', '/accept?');
    assert.equal((await hydra.admin('PUT', path, { grant_scope: 'openid' })).status, 400);
  });

  it('lets a device’s code be typed in again until its user has agreed, in one browser', async () => {
    const asked = await hydra.open<{ user_code: string; device_code: string }>(
      'POST',
      '/oauth2/device/auth',
      new URLSearchParams({ client_id: app, client_secret: 'secret-of-app', scope: 'openid' }),
    );
    const { user_code: code, device_code: device } = asked.json;
    const browser = new Browser(hydra);
    const page = await browser.visit('/oauth2/device/verify');
    await decide('device', page, { user_code: code });
    const next = await decide('device', page, { user_code: code });
    assert.equal((await hydra.open('GET', next)).status, 403);
    const login = await browser.visit(next);
    await toEnd(browser, await toConsent(browser, login));
    const again = await hydra.admin('PUT', request('device', page).replace('?', '/accept?'), {
      user_code: code,
    });
    assert.equal(again.status, 400);
    const got = await hydra.token({
      grant_type: DEVICE_CODE,
      device_code: device,
      client_id: app,
      client_secret: 'secret-of-app',
    });
    assert.equal(got.status, 200);
  });

  it('takes forms in parts, and no client that shows itself in two ways', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      grant_type: 'client_credentials',
      client_id: await client({ grant_types: ['client_credentials'] }),
      client_secret: 'secret-of-app',
    }))
      form.set(name, value);
    const answer = await fetch(`${hydra.publicUrl}/oauth2/token`, { method: 'POST', body: form });
    assert.equal(answer.status, 200);
    const id = await client({ token_endpoint_auth_method: 'client_secret_basic' });
    const both = await hydra.open(
      'POST',
      '/oauth2/token',
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: 'secret-of-app',
      }),
      { authorization: `Basic ${Buffer.from(`${id}:secret-of-app`).toString('base64')}` },
    );
    assert.deepEqual([both.status, both.json.error], [401, 'invalid_client']);
  });
});
