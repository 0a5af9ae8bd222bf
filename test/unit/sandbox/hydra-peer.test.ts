import assert from 'node:assert/strict';
import * as oidc from 'openid-client';
import { CookieJar } from 'tough-cookie';
import { HydraFixture } from './hydra-fixture.ts';
import { newKey } from '../oauth2/fixture.ts';

const CALLBACK = 'http://127.0.0.1:5555/callback';
const SIGNED_OUT = 'http://127.0.0.1:5555/bye';

/** A login, consent, logout and device app that says yes to everything, and the browser in front of it. */
class Willing {
  private readonly jar = new CookieJar();

  constructor(private readonly hydra: HydraFixture) {}

  /** Follows redirects, and answers each challenge, until it leaves the provider. */
  async visit(url: URL, userCode = ''): Promise<URL> {
    let at = url;
    for (let count = 0; count < 30; count++) {
      const asked = ['login', 'consent', 'logout', 'device'].find((kind) =>
        at.searchParams.has(`${kind}_challenge`),
      );
      if (asked) at = await this.accept(asked, at, userCode);
      else if (at.origin !== this.hydra.publicUrl) return at;
      else {
        const next = await this.get(at);
        if (!next) return at;
        at = next;
      }
    }
    throw new Error('The redirects have no end.');
  }

  private async get(url: URL): Promise<URL | undefined> {
    const cookie = await this.jar.getCookieString(url.href);
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) await this.jar.setCookie(line, url.href);
    const location = answer.headers.get('location');
    return location ? new URL(location, url) : undefined;
  }

  private async accept(kind: string, at: URL, userCode: string): Promise<URL> {
    const challenge = encodeURIComponent(at.searchParams.get(`${kind}_challenge`) ?? '');
    const path = `/admin/oauth2/auth/requests/${kind}/accept?${kind}_challenge=${challenge}`;
    const body = {
      login: { subject: 'alice', remember: true },
      consent: { grant_scope: ['openid', 'offline_access'], session: { id_token: { name: 'Alice' } } },
      logout: {},
      device: { user_code: userCode },
    }[kind];
    return new URL((await this.hydra.admin('PUT', path, body)).json.redirect_to);
  }
}

describe('an OAuth 2.0 library on its own, with the sandbox as its provider', () => {
  let hydra: HydraFixture;
  let config: oidc.Configuration;
  before(async () => {
    hydra = new HydraFixture({ oauth2: { device_authorization: { token_polling_interval: '1s' } } });
    Object.defineProperty(hydra, 'now', { get: () => new Date() });
    await hydra.start();
    // A small key of the test's own: making the server's takes long.
    const { privateKey } = await newKey('test');
    await hydra.admin('PUT', '/admin/keys/hydra.openid.id-token', { keys: [privateKey] });
    const { json } = await hydra.admin('POST', '/admin/clients', {
      client_secret: 'secret-of-the-peer',
      redirect_uris: [CALLBACK],
      post_logout_redirect_uris: [SIGNED_OUT],
      grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
      scope: 'openid offline_access',
      token_endpoint_auth_method: 'client_secret_post',
    });
    config = await oidc.discovery(
      new URL(hydra.publicUrl),
      json.client_id,
      'secret-of-the-peer',
      undefined,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the sandbox is http on loopback
      { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] },
    );
  });
  after(() => hydra.stop());

  it('discovers it, completes the code flow, refreshes, reads the userinfo and signs out', async () => {
    const browser = new Willing(hydra);
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: 'openid offline_access',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const tokens = await oidc.authorizationCodeGrant(config, await browser.visit(url), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    assert.equal(tokens.claims()?.sub, 'alice');
    const refreshed = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
    assert.notEqual(refreshed.access_token, tokens.access_token);
    const user = await oidc.fetchUserInfo(config, refreshed.access_token, 'alice');
    assert.equal(user.name, 'Alice');
    const out = oidc.buildEndSessionUrl(config, {
      id_token_hint: refreshed.id_token ?? '',
      post_logout_redirect_uri: SIGNED_OUT,
      state: 'signed-out',
    });
    assert.equal((await browser.visit(out)).href, `${SIGNED_OUT}?state=signed-out`);
    await oidc.tokenRevocation(config, refreshed.access_token);
    await assert.rejects(() => oidc.fetchUserInfo(config, refreshed.access_token, 'alice'));
  });

  it('signs a device in', async () => {
    const device = await oidc.initiateDeviceAuthorization(config, { scope: 'openid offline_access' });
    const polled = oidc.pollDeviceAuthorizationGrant(config, device);
    await new Willing(hydra).visit(new URL(device.verification_uri_complete ?? ''), device.user_code);
    assert.equal((await polled).claims()?.sub, 'alice');
  });
});
