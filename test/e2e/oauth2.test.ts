import assert from 'node:assert/strict';
import { useWorkbench } from './pages/use-workbench.ts';

interface Client {
  readonly client_id: string;
  readonly client_name: string;
}

describe('OAuth 2.0 in the workbench', () => {
  const workbench = useWorkbench({ sandbox: ['--identities', '5', '--clients', '6'] });

  before(() => workbench().ory.open());

  const temporaryClients = async (): Promise<Client[]> => {
    const answer = await fetch(`${workbench().addresses['hydra-admin'] ?? ''}/admin/clients?page_size=500`);
    return ((await answer.json()) as Client[]).filter(({ client_name: name }) => name.includes('test run'));
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
    await webview.byRole('heading', 'userinfo').waitFor();
    await webview.byRole('button', 'Refresh').click();
    await webview.text('Refresh the tokens').waitFor();
    for (const theme of ['Light Modern', 'Dark High Contrast'] as const) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`oauth2-tokens-${theme.toLowerCase().replaceAll(' ', '-')}`);
      assert.deepEqual(await webview.accessibilityProblems(), []);
    }
    await workbench().setTheme('Dark Modern');
    assert.equal((await temporaryClients()).length, 1);
    await workbench().editor.close();
    for (;;) if ((await temporaryClients()).length === 0) break;
  });
});
