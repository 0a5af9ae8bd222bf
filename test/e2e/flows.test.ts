import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SelfService } from './pages/self-service.ts';
import { useWorkbench } from './pages/use-workbench.ts';

const PASSWORD = 'Xq7-river-lantern';
const NEW_PASSWORD = 'Another-8-river';

/** Verification flows end soon, everything else is as usual. */
const CONFIG = JSON.stringify({
  selfservice: {
    methods: Object.fromEntries(
      ['password', 'code', 'totp', 'lookup_secret', 'webauthn', 'profile'].map((name) => [
        name,
        { enabled: true },
      ]),
    ),
    flows: {
      registration: { enabled: true, after: { password: { hooks: [{ hook: 'session' }] } } },
      recovery: { enabled: true, use: 'code' },
      verification: { enabled: true, use: 'code', lifespan: '12s' },
    },
  },
});

describe('self-service flows in the workbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ory-kratos-'));
  const config = join(folder, 'kratos.yml');
  writeFileSync(config, CONFIG);
  after(() => rmSync(folder, { recursive: true, force: true }));

  const workbench = useWorkbench({
    sandbox: ['--identities', '20', '--clients', '0', '--kratos-config', config],
    // High enough for a whole form and its steps.
    viewport: { width: 1280, height: 1400 },
  });
  const email = 'ada.lovelace@example.com';
  const inspector = new SelfService(workbench);
  const button = (name: string | RegExp) => inspector.button(name);
  const fill = (label: string, text: string) => inspector.fill(label, text);
  const outcome = (text: string | RegExp) => inspector.outcome(text);

  before(() => workbench().ory.open());
  afterEach(() => workbench().command('View: Close All Editors'));

  it('registers somebody as a browser, and says at the field what is wrong', async () => {
    const { webview } = workbench();
    await inspector.start('Registration', 'Browser');
    await fill('E-Mail', email);
    await button('Sign up').click();
    await outcome('the form has a next step');
    await fill('Password', 'abc');
    await button('Sign up').click();
    await button(/^Explain 4000032/)
      .or(webview.text('Explain 4000032'))
      .first()
      .click();
    await webview.text('min_password_length').waitFor();
    await workbench().screenshot('flows-refused');
    await fill('Password', PASSWORD);
    await button('Sign up').click();
    await outcome(`Registered, and signed in as ${email}.`);
    await webview.text('One factor (aal1)').waitFor();
    assert.deepEqual(await webview.accessibilityProblems(), []);
  });

  it('asks for the value of each option, and says which one the server refuses or passes over', async () => {
    const { webview, quickInput } = workbench();
    await inspector.choose('Login', 'Browser');
    await quickInput.pick('return_to');
    await quickInput.pick('organization');
    await quickInput.accept();
    await quickInput.waitFor('return_to');
    await quickInput.fill('evil.example');
    await quickInput.message().filter({ hasText: 'This is no address of a page' }).waitFor();
    await quickInput.fill('https://evil.example/');
    await quickInput.accept();
    await quickInput.waitFor('organization');
    await quickInput.fill('acme');
    await quickInput.message().filter({ hasText: 'is a UUID' }).waitFor();
    await workbench().screenshot('flows-option');
    await quickInput.accept();
    await outcome('No login flow was started (400).');
    await outcome('selfservice.allowed_return_urls');
    await workbench().screenshot('flows-option-refused');
    await button('Start a Flow…').click();
    await quickInput.waitFor('Which flow?');
    await quickInput.pick('Login');
    await quickInput.pick('Browser');
    await quickInput.waitFor('Options');
    await quickInput.pick('organization');
    await quickInput.accept();
    await quickInput.waitFor('organization');
    await quickInput.fill('acme');
    await quickInput.accept();
    await webview.waitFor('Login flow');
    await outcome('The server passed over organization');
  });

  it('fails a login and says why, then logs in, shows the other session and ends it', async () => {
    const { webview, dialogs } = workbench();
    await inspector.signIn(email, 'wrong-password');
    await outcome('Refused: the form says what is wrong.');
    await webview.text('Explain 4000006').click();
    await webview.text('Kratos does not tell which of them').waitFor();
    await webview.text('+ message 4000006').waitFor();
    await workbench().screenshot('flows-login-refused');
    await fill('Password', PASSWORD);
    await button(/^Sign in/).click();
    await outcome(`Signed in as ${email}.`);
    await button('My Other Sessions').click();
    await button(/End This Session/).click();
    await dialogs.waitFor(/End the session .* on Local sandbox\?/);
    await dialogs.press('End');
    await webview.text('No other session is active.').waitFor();
    await workbench().screenshot('flows-signed-in');
  });

  it('posts a form as a page does, and shows where the redirects lead', async () => {
    const { webview } = workbench();
    await inspector.start('Login', 'Browser');
    await webview.text('Submit as a form').click();
    await webview.text('The server answers with a redirect').waitFor();
    await fill('E-Mail', email);
    await fill('Password', 'wrong-password');
    await button(/^Sign in/).click();
    await outcome(/Redirected \(303\)[^]*back to the page of this flow/);
    await workbench().screenshot('flows-form-refused');
    await button('Open the Login Flow').click();
    await webview.text('Explain 4000006').waitFor();
    await fill('E-Mail', email);
    await fill('Password', PASSWORD);
    await button(/^Sign in/).click();
    await outcome(/The flow is done[^]*127\.0\.0\.1:4455/);
    await button('Who Am I').click();
    await outcome(`Signed in as ${email}.`);
    assert.deepEqual(await webview.accessibilityProblems(), []);
  });

  it('changes the password in a settings flow, and keeps secrets out of the JSON and the exports', async () => {
    const { webview, editor } = workbench();
    await inspector.signIn(email, PASSWORD);
    await outcome(`Signed in as ${email}.`);
    await button('Start a Settings Flow').click();
    await webview.waitFor('Settings flow');
    await webview.text('A QR code that holds a secret').waitFor();
    await fill('Password', NEW_PASSWORD);
    await inspector.press('password', 'Save');
    await outcome('Saved.');
    await button('Reveal Secrets').click();
    await webview.frame.locator('img.picture').waitFor();
    await workbench().screenshot('flows-settings');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await button('Show JSON').click();
    await editor.waitFor('4 updateSettingsFlow.json');
    const json = await editor.text();
    assert.match(json, /"state": "success"/);
    for (const secret of ['data:image', NEW_PASSWORD]) assert.ok(!json.includes(secret), secret);
    await editor.close();
    await button('Export as cURL').click();
    await editor.waitFor('Untitled-1');
    const script = await editor.text();
    assert.match(script, /curl [^]*self-service\/login\/api/);
    assert.match(script, /"\$PASSWORD"/);
    const { status, stderr } = spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    // An export is a document of its own, which would ask to be saved.
    await workbench().command('View: Revert and Close Editor');
    for (const secret of [PASSWORD, NEW_PASSWORD, 'ory_st_']) assert.ok(!script.includes(secret), script);
  });

  it('recovers by code, and follows to the settings flow on request', async () => {
    const { webview, addresses } = workbench();
    await inspector.start('Recovery', 'Browser');
    await fill('E-mail', email);
    await button(/^(Continue|Submit)$/).click();
    await outcome('The flow waits for the code');
    await fill('Recovery code', '000000');
    await button(/^(Continue|Submit)$/).click();
    await webview.text('Explain 4060006').waitFor();
    const inbox = `${addresses['kratos-admin'] ?? ''}/admin/courier/messages?recipient=${email}`;
    const mails = (await (await fetch(inbox)).json()) as { body: string; template_type: string }[];
    const mail = mails.find(({ template_type }) => template_type === 'recovery_code_valid');
    await fill('Recovery code', /\b\d{6}\b/.exec(mail?.body ?? '')![0]);
    await button(/^(Continue|Submit)$/).click();
    await outcome('It goes on elsewhere. Nothing was followed.');
    await workbench().screenshot('flows-recovered');
    await button('Open the Settings Flow').click();
    await webview.waitFor('Settings flow');
    await webview.text('Explain 1060001').waitFor();
  });

  it('says that a flow has expired, and goes on with the one that takes its place', async () => {
    const { webview } = workbench();
    await inspector.start('Verification', 'API');
    await webview.text('it has expired').waitFor({ timeout: 40_000 });
    await button('Read Again').click();
    await outcome('The flow is too old');
    await workbench().screenshot('flows-expired');
    await fill('E-mail', email);
    await button(/^(Continue|Submit)$/).click();
    await outcome('Redirected (303). Nothing was followed.');
    await button('Open the Verification Flow').click();
    await outcome('Read from the server.');
  });

  it('shows what a hostile server writes as text, runs nothing and loads nothing', async () => {
    const { webview, addresses, page } = workbench();
    const evil = '<img src=x onerror="window.pwned=1"><b>bold</b>$(trash)[a](command:ory.signOut)';
    const text = (id: number) => ({ id, text: evil, type: 'error', context: {} });
    const node = (type: string, attributes: object) => ({
      type,
      group: evil,
      attributes: { node_type: type, ...attributes },
      messages: [text(4000001)],
      meta: { label: text(1070002) },
    });
    const outside = 'http://hostile.example/x';
    const body = {
      id: '0b4ec6c0-5f0a-4c9e-8a52-2a3c5c1d7e01',
      type: 'api',
      state: evil,
      expires_at: evil,
      request_url: 'javascript:alert(1)',
      ui: {
        action: 'javascript:alert(1)',
        method: 'POST',
        messages: [text(1)],
        nodes: [
          node('input', { name: evil, type: 'text', value: evil }),
          node('input', { name: 'method', type: 'submit', value: evil, onclick: 'window.pwned=1' }),
          node('img', { src: outside }),
          node('img', { src: 'data:image/svg+xml,<svg onload="window.pwned=1"/>' }),
          node('a', { href: 'javascript:window.pwned=1', title: text(1) }),
          node('script', { src: outside, onload: 'window.pwned=1' }),
          node('text', { text: text(1) }),
        ],
      },
    };
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const faults = `${addresses['kratos-public'] ?? ''}/.sandbox/faults`;
    const rule = { match: { service: 'kratos-public', path: '/self-service/login/api' }, status: 200, body };
    const put = await fetch(faults, { method: 'PUT', body: JSON.stringify({ rules: [rule] }) });
    assert.ok(put.ok, await put.text());
    try {
      await inspector.start('Login', 'API');
      await webview.text(evil).first().waitFor();
      await button('Reveal Secrets').click();
      await button('Hide Secrets').waitFor();
      await workbench().screenshot('flows-hostile');
      assert.equal(await webview.frame.locator('main b, main script, main iframe, main img').count(), 0);
      assert.equal(await webview.frame.locator('[href^="javascript"], [onclick], [onerror]').count(), 0);
      const pwned = await webview.frame.locator('body').evaluate(() => 'pwned' in globalThis);
      assert.equal(pwned, false);
      assert.deepEqual(
        asked.filter((url) => url.includes('hostile.example')),
        [],
      );
    } finally {
      await fetch(faults, { method: 'DELETE' });
    }
  });

  it('looks right in light, dark and high contrast', async () => {
    const { webview } = workbench();
    for (const theme of [
      'Dark Modern',
      'Dark High Contrast',
      'Light High Contrast',
      'Light Modern',
    ] as const) {
      await workbench().setTheme(theme);
      await inspector.signIn(email, 'wrong-password');
      await webview.text('Explain 4000006').click();
      await webview.frame.locator('summary#section-cookies').click();
      await workbench().screenshot(`flows-${theme.replaceAll(' ', '-').toLowerCase()}`);
      assert.deepEqual(await webview.accessibilityProblems(), [], theme);
      await workbench().command('View: Close All Editors');
    }
  });
});
