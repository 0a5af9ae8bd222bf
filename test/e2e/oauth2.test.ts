import assert from 'node:assert/strict';
import { SelfService } from './pages/self-service.ts';
import { useWorkbench } from './pages/use-workbench.ts';

interface Client {
  readonly client_id: string;
  readonly client_name: string;
}

describe('OAuth 2.0 in the workbench', () => {
  const workbench = useWorkbench({ sandbox: ['--identities', '5', '--clients', '6'] });

  // The palette knows our commands once the views know what the connection has.
  before(async () => {
    await workbench().ory.open();
    await workbench().ory.clients.rows.first().waitFor();
  });

  const admin = async (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${workbench().addresses['hydra-admin'] ?? ''}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  const temporaryClients = async (): Promise<Client[]> => {
    const answer = await fetch(`${workbench().addresses['hydra-admin'] ?? ''}/admin/clients?page_size=500`);
    return ((await answer.json()) as Client[]).filter(({ client_name: name }) => name.includes('test run'));
  };

  /** The address of the login page that the provider sends a browser of the client to. */
  const loginPage = async ({ client_id: id }: Client, scope: string): Promise<string> => {
    const query = new URLSearchParams({
      client_id: id,
      response_type: 'code',
      scope,
      state: 'a-state-of-the-test',
      redirect_uri: 'https://app.example/cb',
    });
    const authorize = `${workbench().addresses['hydra-public'] ?? ''}/oauth2/auth?${query.toString()}`;
    const { headers } = await fetch(authorize, { redirect: 'manual' });
    return headers.get('location') ?? '';
  };

  it('runs a code flow with login and consent accepted in the editor, and uses its tokens', async () => {
    const { webview } = workbench();
    await workbench().command('Ory: Try OAuth2 Flow…');
    await webview.waitFor('OAuth 2.0 flow');
    await webview.field('Flow').waitFor();
    await workbench().screenshot('oauth2-setup');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await webview.byRole('button', 'Start').click();

    await webview.byRole('heading', 'Login').waitFor();
    await webview.byRole('button', 'Accept the Login').click();
    await webview.text('subject is needed.').waitFor();
    await webview.field(/^subject/).fill('alice');
    await workbench().screenshot('oauth2-login');
    await webview.byRole('button', 'Accept the Login').click();

    await webview.byRole('heading', 'Consent').waitFor();
    await webview.field('session.id_token').fill('{"email": "alice@example.com"}');
    await workbench().screenshot('oauth2-consent');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await webview.byRole('button', 'Accept the Consent').click();

    await webview.text('Access token').first().waitFor();
    await webview.text('alice@example.com').first().waitFor();
    await workbench().screenshot('oauth2-tokens');
    await webview.byRole('button', 'Userinfo').click();
    await webview.byRole('heading', /^userinfo$/).waitFor();
    await webview.byRole('button', 'Refresh').click();
    await webview.text('Refresh the tokens').waitFor();
    for (const theme of ['Light Modern', 'Dark High Contrast'] as const) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`oauth2-tokens-${theme.toLowerCase().replaceAll(' ', '-')}`);
      assert.deepEqual(await webview.accessibilityProblems(), []);
    }
    await workbench().setTheme('Dark Modern');
    assert.equal((await temporaryClients()).length, 1);
    await workbench().command('View: Close All Editors');
    while ((await temporaryClients()).length > 0) await workbench().page.waitForTimeout(200);
  });

  it('gets a token for the client itself, and says what it is', async () => {
    const { webview } = workbench();
    await workbench().command('Ory: Try OAuth2 Flow…');
    await webview.field('Flow').selectOption('client_credentials');
    await webview.field('scope').fill('read');
    await webview.byRole('button', 'Start').click();
    await webview.text('The server says that it is active.').waitFor();
    await workbench().screenshot('oauth2-client-credentials');
    await workbench().command('View: Close All Editors');
  });

  it('signs a device in with the code that is shown', async () => {
    const { webview } = workbench();
    await workbench().command('Ory: Try OAuth2 Flow…');
    await webview.field('Flow').selectOption('device');
    await webview.byRole('button', 'Start').click();
    await webview.byRole('heading', 'The device waits for its user').waitFor();
    await workbench().screenshot('oauth2-device');
    await webview.byRole('button', 'Sign In Here').click();
    await webview.byRole('button', 'Accept the Code').click();
    await webview.field(/^subject/).fill('grace');
    await webview.byRole('button', 'Accept the Login').click();
    await webview.byRole('button', 'Accept the Consent').click();
    await webview.text('ID token (JWT)').waitFor();
    await workbench().command('View: Close All Editors');
  });

  it('signs in for a client in Kratos’ login flow, which says who it is for and where the browser goes on', async () => {
    const { webview, quickInput, addresses } = workbench();
    const inspector = new SelfService(workbench);
    const people = await fetch(`${addresses['kratos-admin'] ?? ''}/admin/identities`);
    const [person] = (await people.json()) as { traits: { email: string } }[];
    const client = (await (
      await admin('POST', '/admin/clients', {
        client_name: 'Shop of the test',
        redirect_uris: ['https://app.example/cb'],
        response_types: ['code'],
        scope: 'openid offline',
      })
    ).json()) as Client;
    await workbench().command('Ory: Open Self-Service Flow…');
    await quickInput.waitFor('Open Self-Service Flow');
    await quickInput.fill(await loginPage(client, 'openid offline'));
    await quickInput.accept();
    await webview.waitFor('Login flow');
    await webview.byRole('heading', 'For an OAuth 2.0 client').waitFor();
    await webview.text('Shop of the test').waitFor();
    await webview.text('openid offline').first().waitFor();
    await workbench().screenshot('flows-oauth2');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await inspector.fill('E-Mail', person?.traits.email ?? '');
    await inspector.fill('Password', 'sandbox-Password-1');
    await inspector.button(/^Sign in/).click();
    await inspector.button('Open the Page in the Browser').waitFor();
    await workbench().screenshot('flows-oauth2-done');
    await workbench().command('View: Close All Editors');
  });

  it('revokes a token as its client, and deletes all that a client has', async () => {
    const { webview, quickInput, dialogs } = workbench();
    const client = (await (
      await admin('POST', '/admin/clients', {
        client_name: 'Of the token view',
        client_secret: 'the-secret-of-the-test',
        grant_types: ['client_credentials'],
        scope: 'read',
      })
    ).json()) as Client;
    const newToken = async (): Promise<string> => {
      const basic = Buffer.from(`${client.client_id}:the-secret-of-the-test`).toString('base64');
      const answer = await fetch(`${workbench().addresses['hydra-public'] ?? ''}/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'read' }),
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    };
    const isActive = async (token: string): Promise<boolean> => {
      const url = `${workbench().addresses['hydra-admin'] ?? ''}/admin/oauth2/introspect`;
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ token }) });
      return ((await answer.json()) as { active: boolean }).active;
    };
    const inspect = async (token: string) => {
      await workbench().command('Ory: Inspect Token…');
      await quickInput.waitFor('Inspect Token');
      await quickInput.fill(`Bearer ${token}`);
      await quickInput.accept();
      await webview.text('The server says that it is active.').waitFor();
    };
    const revoke = async (secret: string) => {
      await webview.byRole('button', 'Revoke…').click();
      await dialogs.waitFor(/Revoke this token of Of the token view/);
      await dialogs.press('Revoke');
      await quickInput.waitFor('Of the token view');
      await quickInput.fill(secret);
      await quickInput.accept();
    };

    const [first, second, third] = [await newToken(), await newToken(), await newToken()];
    await inspect(first);
    await revoke('a wrong secret');
    await webview
      .text(/invalid_client/)
      .first()
      .waitFor();
    assert.ok(await isActive(first));
    await revoke('the-secret-of-the-test');
    await webview.text(/The server says that it is not active/).waitFor();
    assert.deepEqual([await isActive(first), await isActive(second)], [false, true]);
    assert.equal(await webview.byRole('button', 'Revoke…').count(), 0);
    await workbench().screenshot('oauth2-token-revoked');
    await workbench().command('View: Close All Editors');

    await inspect(second);
    await webview.byRole('button', 'Delete All of Its Client…').click();
    await dialogs.waitFor(/Delete all access tokens of Of the token view/);
    await dialogs.press('Delete');
    await webview.text(/The server says that it is not active/).waitFor();
    assert.deepEqual([await isActive(second), await isActive(third)], [false, false]);
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await workbench().command('View: Close All Editors');
  });

  it('shows the provider, and what is odd about it', async () => {
    const { webview } = workbench();
    await workbench().command('Ory: Show Provider');
    await webview.text(/Its issuer is not https/).waitFor();
    await webview.text('token_endpoint').first().waitFor();
    await workbench().screenshot('oauth2-provider');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await workbench().command('View: Close All Editors');
  });

  it('opens the provider’s page at its address, byte for byte', async () => {
    const { webview, dialogs, page } = workbench();
    // A provider with an address of the world: the editor names those of this machine anew.
    const provider = {
      issuer: 'https://id.example/',
      authorization_endpoint: 'https://id.example/oauth2/auth?tenant=a%2Bb%23%3D',
      jwks_uri: 'https://id.example/.well-known/jwks.json',
    };
    const match = { service: 'hydra-public', path: '/.well-known/openid-configuration' };
    const faults = `${workbench().addresses['hydra-public'] ?? ''}/.sandbox/faults`;
    const headers = { 'content-type': 'application/json' };
    const rules = [{ match, status: 200, headers, body: provider }];
    await fetch(faults, { method: 'PUT', headers, body: JSON.stringify({ rules }) });
    await page.context().route('https://id.example/**', (route) => route.fulfill({ body: 'Who are you?' }));
    try {
      await workbench().command('Ory: Try OAuth2 Flow…');
      await webview.field('Browser').selectOption('system');
      await webview.field('login_hint').fill('ada+test@example.com');
      await webview.byRole('button', 'Start').click();
      await dialogs.waitFor(/open the external website/);
      const opening = page.context().waitForEvent('page');
      await dialogs.press('Open');
      const opened = await opening;
      assert.match(opened.url(), /^https:\/\/id\.example\/oauth2\/auth\?tenant=a%2Bb%23%3D&/);
      assert.match(opened.url(), /&login_hint=ada%2Btest%40example\.com&/);
      await opened.close();
    } finally {
      await fetch(faults, { method: 'DELETE' });
      await page.context().unroute('https://id.example/**');
      await workbench().command('View: Close All Editors');
    }
  });

  it('shows a hostile client as text, and loads nothing of it', async () => {
    const { webview, quickInput, page } = workbench();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const created = (await (
      await admin('POST', '/admin/clients', {
        client_name: '<b>$(trash) [x](command:ory.removeConnection)</b><script>alert(1)</script>',
        logo_uri: 'https://evil.example/logo.svg',
        redirect_uris: ['https://app.example/cb'],
        response_types: ['code'],
        scope: 'openid',
      })
    ).json()) as Client;
    await workbench().command('Ory: Open Challenge…');
    await quickInput.waitFor('Open Challenge');
    await quickInput.fill(await loginPage(created, 'openid'));
    await quickInput.accept();
    await webview.text('<script>alert(1)</script>').first().waitFor();
    await webview.text('https://evil.example/logo.svg').first().waitFor();
    assert.equal(await webview.frame.locator('img, b').count(), 0);
    assert.equal(await webview.frame.locator('script').filter({ hasText: 'alert' }).count(), 0);
    await webview.text('More fields').click();
    await webview.text('Reject instead').click();
    for (const theme of [
      'Dark High Contrast',
      'Light High Contrast',
      'Light Modern',
      'Dark Modern',
    ] as const) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`oauth2-challenge-${theme.toLowerCase().replaceAll(' ', '-')}`);
      assert.deepEqual(await webview.accessibilityProblems(), [], theme);
    }
    await webview.field(/^subject/).fill('mallory');
    await webview.byRole('button', 'Accept the Login').click();
    await webview.text('The login request was accepted.').first().waitFor();
    await webview.waitForFocus('follow');
    assert.equal(await webview.byRole('button', 'Accept the Login').count(), 0, 'it is decided');
    assert.ok(
      !asked.some((url) => url.includes('evil.example')),
      'nothing was loaded from the client’s site',
    );
    await workbench().command('View: Close All Editors');
  });
});
