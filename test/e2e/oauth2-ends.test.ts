import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeClipboard } from './pages/clipboard.ts';
import { useWorkbench } from './pages/use-workbench.ts';

/** The server build names ports of this machine by a proxy's paths; in these tests there is no proxy behind them. */
const direct = (url: string): string => url.replace(/^http:\/\/[^/]+\/proxy\/(\d+)/, 'http://127.0.0.1:$1');

/** Flows that end otherwise than with tokens in the editor's own browser. */
describe('OAuth 2.0 in the workbench, to other ends', () => {
  const workbench = useWorkbench({ sandbox: ['--identities', '5', '--clients', '6'] });

  before(async () => {
    await workbench().ory.open();
    await workbench().ory.clients.rows.first().waitFor();
  });
  afterEach(() => workbench().command('View: Close All Editors'));

  const admin = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${workbench().addresses['hydra-admin'] ?? ''}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const names = async (): Promise<string[]> => {
    const clients = (await (await admin('GET', '/admin/clients?page_size=500')).json()) as {
      client_name: string;
    }[];
    return clients.map(({ client_name: name }) => name);
  };
  const left = async () => (await names()).filter((name) => name.includes('test run')).length;

  const start = async () => {
    const { webview } = workbench();
    await workbench().command('Ory: Try OAuth2 Flow…');
    await webview.field('Flow').waitFor();
  };
  const decide = async (label: string) => workbench().webview.byRole('button', label).click();

  it('tells the client when its user is rejected, at the login and at the consent', async () => {
    const { webview } = workbench();
    await start();
    await decide('Start');
    await webview.text('Reject instead').click();
    await webview.field(/^error_description/).fill('This account is closed.');
    await workbench().screenshot('oauth2-reject');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await decide('Reject');
    await webview
      .text(/access_denied.*This account is closed/)
      .first()
      .waitFor();
    await workbench().screenshot('oauth2-rejected');

    await decide('New Run');
    await decide('Start');
    await webview.field(/^subject/).fill('alice');
    await decide('Accept the Login');
    await webview.byRole('heading', 'Consent').waitFor();
    // The section is open, as it was left.
    await decide('Reject');
    await webview
      .text(/access_denied/)
      .first()
      .waitFor();
  });

  it('signs a remembered user out again', async () => {
    const { webview } = workbench();
    await start();
    await decide('Start');
    await webview.field(/^subject/).fill('alice');
    await webview.byRole('checkbox', /^remember$/).check();
    await decide('Accept the Login');
    await decide('Accept the Consent');
    await webview.byRole('button', 'Sign Out').click();
    await webview.byRole('heading', /^Logout$/).waitFor();
    await workbench().screenshot('oauth2-logout');
    await decide('Accept the Logout');
    await webview.byRole('heading', 'Signed out').waitFor();
    await workbench().screenshot('oauth2-signed-out');
  });

  it('is run, signed out of and closed by the keyboard alone', async () => {
    const { webview, quickInput, dialogs, page } = workbench();
    const command = async (title: string) => {
      await page.keyboard.press('F1');
      await quickInput.fill(`>${title}`);
      await quickInput.option(title).and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Enter');
    };
    const go = async (id: string, key = 'Enter') => {
      await webview.tabTo(id);
      await page.keyboard.press(key);
    };
    await command('Ory: Try OAuth2 Flow…');
    await webview.field('Flow').waitFor();
    await webview.tabTo('setup-flow');
    await go('start');

    await webview.byRole('heading', 'Login').waitFor();
    await webview.waitForFocus('challenge');
    // Nobody is asked at the logout who is not remembered.
    await go('accept-remember', 'Space');
    await webview.tabTo('accept-subject', true);
    await page.keyboard.type('alice');
    await page.keyboard.press('Enter');
    await webview.byRole('heading', 'Consent').waitFor();
    await webview.waitForFocus('challenge');
    await go('accept', 'Space');

    await webview.waitForFocus('section-token-access_token');
    await workbench().screenshot('oauth2-keyboard');
    await go('access_token-userinfo');
    await webview.byRole('heading', /^userinfo$/).waitFor();
    await webview.tabTo('act-signOut', true);
    await page.keyboard.press('Enter');
    await webview.byRole('heading', /^Logout$/).waitFor();
    await webview.waitForFocus('challenge');
    await go('accept');
    await webview.byRole('heading', 'Signed out').waitFor();
    await go('access_token-revoke');
    await dialogs.waitFor(/Revoke the access token/);
    await page.keyboard.press('Enter');
    await webview
      .text(/The server says that it is not active/)
      .first()
      .waitFor();
    await webview.tabTo('again', true);
    await page.keyboard.press('Enter');
    await webview.waitForFocus('setup-flow');
    while ((await left()) > 0) await page.waitForTimeout(200);
  });

  it('exchanges an assertion that a trusted issuer’s PEM key signs', async () => {
    const { webview, quickInput } = workbench();
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const issuer = 'https://issuer.example/';
    const trusted = await admin('POST', '/admin/trust/grants/jwt-bearer/issuers', {
      issuer,
      allow_any_subject: true,
      scope: ['read'],
      expires_at: '2099-01-01T00:00:00Z',
      jwk: { ...publicKey.export({ format: 'jwk' }), kid: 'of-the-test', use: 'sig', alg: 'RS256' },
    });
    assert.equal(trusted.status, 201);
    await start();
    await webview.field('Flow').selectOption('jwt_bearer');
    await webview.field(/^issuer/).fill(issuer);
    await decide('Start');
    await quickInput.waitFor(issuer);
    // Pasted as people paste it: the field is of one line.
    await writeClipboard(workbench().page, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    await quickInput.input.press('ControlOrMeta+v');
    await quickInput.accept();
    await webview.text('The server says that it is active.').waitFor();
    await workbench().screenshot('oauth2-jwt-bearer');
  });

  /** The address of the page that is opened in the system's browser. */
  const openedBy = async (act: () => Promise<void>): Promise<string> => {
    const opened = workbench().page.context().waitForEvent('page');
    await act();
    const page = await opened;
    const url = page.url();
    await page.close();
    return url;
  };

  /** Signs in as a browser would do it, with login and consent apps that agree. @returns where it came back to */
  const signIn = async (first: string): Promise<string> => {
    const jar = new Map<string, string>();
    const visit = async (url: string): Promise<string> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(direct(url), { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(name, value);
      }
      return answer.headers.get('location') ?? '';
    };
    const accept = async (step: 'login' | 'consent', at: string, body: object): Promise<string> => {
      const challenge = encodeURIComponent(new URL(at).searchParams.get(`${step}_challenge`) ?? '');
      const path = `/admin/oauth2/auth/requests/${step}/accept?${step}_challenge=${challenge}`;
      const { redirect_to: next } = (await (await admin('PUT', path, body)).json()) as {
        redirect_to: string;
      };
      return next;
    };
    const consent = await visit(await accept('login', await visit(first), { subject: 'bob' }));
    return visit(await accept('consent', consent, { grant_scope: ['openid'] }));
  };

  it('takes the code from the system’s browser: by itself, or pasted where an app has the address', async () => {
    const { webview, quickInput } = workbench();
    await start();
    await webview.field('Browser').selectOption('system');
    const page = await openedBy(() => decide('Start'));
    await webview.byRole('heading', 'Waiting for the browser').waitFor();
    await workbench().screenshot('oauth2-browser');
    const answer = await fetch(direct(await signIn(page)));
    assert.match(await answer.text(), /back to the editor|close this/i);
    await webview.text('ID token (JWT)').waitFor();

    await admin('POST', '/admin/clients', {
      client_name: 'An app of its own',
      redirect_uris: ['https://app.example/cb'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      scope: 'openid',
      token_endpoint_auth_method: 'none',
    });
    await decide('New Run');
    await decide('Choose a Client…');
    await quickInput.fill('An app of its own');
    await quickInput.option('An app of its own').click();
    await webview.field('Browser').selectOption('system');
    const other = await openedBy(() => decide('Start'));
    const callback = await signIn(other);
    assert.match(callback, /^https:\/\/app\.example\/cb\?code=/);
    await decide('Paste the Address…');
    await quickInput.fill(callback);
    await quickInput.accept();
    await webview.text('ID token (JWT)').waitFor();
    await workbench().screenshot('oauth2-pasted');
  });

  it('tells why a token is not good', async () => {
    const { webview, quickInput } = workbench();
    await workbench().command('Ory: Inspect Token…');
    await quickInput.waitFor('Inspect Token');
    const parts = [
      { alg: 'none' },
      { iss: '<img src=x onerror=alert(1)>', sub: '**alice**', exp: 1_000_000_000 },
    ];
    const [header, claims] = parts.map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
    await quickInput.fill(`${header ?? ''}.${claims ?? ''}.`);
    await quickInput.accept();
    await webview.text('It is not signed (alg none)').waitFor();
    await webview.text('<img src=x onerror=alert(1)>').first().waitFor();
    assert.equal(await webview.frame.locator('img').count(), 0);
    await workbench().screenshot('oauth2-token');
    assert.deepEqual(await webview.accessibilityProblems(), []);
  });

  it('registers a client, which looks after itself with its kept token', async () => {
    const { webview, dialogs, notifications } = workbench();
    await workbench().command('Ory: Register Client…');
    await webview.field('Client metadata (JSON)').fill('{"client_name": "Of the test",');
    await decide('Register');
    await webview
      .text(/no valid JSON/)
      .first()
      .waitFor();
    const body = { client_name: 'Of the test', redirect_uris: ['http://127.0.0.1:3000/cb'] };
    await webview.field('Client metadata (JSON)').fill(JSON.stringify(body));
    await decide('Register');
    await dialogs.waitFor(/client secret of Of the test/);
    await workbench().page.keyboard.press('Escape');
    await webview.waitFor('Of the test');
    await workbench().screenshot('oauth2-registered');
    assert.deepEqual(await webview.accessibilityProblems(), []);

    // What the server answered can be sent back as it is.
    const text = webview.field('Client metadata (JSON)');
    await text.fill((await text.inputValue()).replace('Of the test', 'Renamed by itself'));
    await decide('Update');
    await webview.waitFor('Renamed by itself');
    assert.ok((await names()).includes('Renamed by itself'));
    await decide('Delete…');
    await dialogs.waitFor(/Delete Renamed by itself/);
    await dialogs.press('Delete');
    await webview.waitUntilClosed();
    assert.ok(!(await names()).includes('Renamed by itself'));
    await notifications.waitForCount(0);
  });

  it('comes back after a reload of the window without what was made for its run', async () => {
    const { webview } = workbench();
    await start();
    await webview.field('Flow').selectOption('client_credentials');
    await decide('Start');
    await webview.text('The server says that it is active.').waitFor();
    assert.equal(await left(), 1);
    // The command, not the browser's reload: the editor puts away what it knows first.
    const loaded = workbench().page.waitForEvent('load');
    await workbench().command('Developer: Reload Window');
    await loaded;
    await webview.waitFor('OAuth 2.0 flow');
    await webview.field('Flow').waitFor();
    while ((await left()) > 0) await workbench().page.waitForTimeout(200);
  });
});
