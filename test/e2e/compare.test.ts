import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { useWorkbench } from './pages/use-workbench.ts';

interface ConsoleProject {
  readonly id: string;
  readonly name: string;
  readonly services: { readonly identity: { readonly config: { session: { lifespan: string } } } };
}

describe('comparing', () => {
  const workbench = useWorkbench({
    viewport: { width: 1400, height: 900 },
    settings: (addresses) => ({
      'files.autoSave': 'off',
      'ory.connections': [
        { ...sandboxConnection(addresses), name: 'staging' },
        { ...sandboxConnection(addresses), id: 'live', name: 'Acme production', console: undefined },
      ],
    }),
  });

  const consoleApi = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${workbench().addresses.console ?? ''}${path}`, {
      method,
      headers: { authorization: 'Bearer ory_wak_sandbox', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await answer.json();
  };
  const projects = async () => (await consoleApi('GET', '/projects')) as ConsoleProject[];

  it('shows two projects side by side and applies one difference, looked at first', async () => {
    const { ory, quickInput, editor, page, notifications } = workbench();
    const all = await projects();
    const staging = all.find(({ name }) => name.endsWith('Staging'));
    const dev = all.find(({ name }) => name === 'Sandbox');
    assert.ok(staging && dev);
    await consoleApi('PATCH', `/projects/${staging.id}`, [
      { op: 'replace', path: '/services/identity/config/session/lifespan', value: '24h0m0s' },
      { op: 'add', path: '/services/identity/config/selfservice/methods/passkey', value: { enabled: true } },
      { op: 'add', path: '/services/identity/config/serve', value: { public: {} } },
    ]);
    await ory.open();
    await workbench().command('Ory: Compare Project Configurations…');
    await quickInput.waitFor('Compare Project Configurations');
    await quickInput.pick(staging.name);
    await quickInput.waitFor('Compare Project Configurations: ');
    await quickInput.pick('Sandbox');
    const tab = `${staging.name} · staging ↔ Sandbox · staging`;
    await editor.tab(tab).waitFor();
    const { original, modified } = editor.diff();
    await original.getByText('24h0m0s').waitFor();
    await modified.getByText('72h0m0s').waitFor();
    await workbench().screenshot('compare-projects');
    await editor.titleAction('Apply Differences');
    await quickInput.waitFor('Apply Differences');
    await quickInput.pick('Into Sandbox · staging');
    await quickInput.waitFor('Into Sandbox');
    const lifespan = 'services.identity.config.session.lifespan';
    await quickInput.option(lifespan).click();
    await workbench().screenshot('compare-choose');
    await quickInput.accept();
    await editor.waitFor('Patch for Sandbox.jsonc');
    await editor.lens('Send to Sandbox').waitFor();
    await workbench().screenshot('compare-patch');
    // The patch is sent, and its tab goes: the comparison is in front.
    await editor.pressLens('Send to Sandbox', editor.tab(tab).and(page.locator('.active')));
    await notifications.waitForPassing('Applied 1 change to Sandbox');
    assert.ok(!(await editor.tabs()).includes('Patch for Sandbox.jsonc'));
    const after = (await consoleApi('GET', `/projects/${dev.id}`)) as ConsoleProject;
    assert.equal(after.services.identity.config.session.lifespan, '24h0m0s');
  });

  it('shows an identity beside the same id on another connection', async () => {
    const { ory, quickInput, editor } = workbench();
    for (const view of [ory.projects, ory.clients, ory.keys]) await view.collapse();
    await ory.identities.expand();
    const name = (await ory.identities.labels()).find((label) => label.includes('@')) ?? '';
    await ory.identities.menu(name, 'Compare…');
    await quickInput.waitFor(`Compare ${name} · staging`);
    await workbench().screenshot('compare-with');
    await quickInput.pick('The same id on Acme production');
    await editor.tab(`${name} · staging ↔ ${name} · Acme production`).waitFor();
    await editor.diff().original.getByText(name).first().waitFor();
    await workbench().screenshot('compare-identity');
  });

  it('shows what can be done with a client, and what a key is', async () => {
    const { ory, editor, page } = workbench();
    await ory.identities.collapse();
    await ory.clients.expand();
    // A header's hover would lie over the rows below it.
    await page.mouse.move(800, 500);
    const name = (await ory.clients.labels())[0] ?? '';
    await ory.clients.open(name);
    await editor.waitFor(`${name}.json`);
    await page.getByText('Show Consents…').waitFor();
    await workbench().screenshot('lenses-client');
    await ory.clients.collapse();
    await ory.keys.expand();
    await page.mouse.move(800, 500);
    // Hydra makes the set when somebody first asks for its public keys.
    await fetch(`${workbench().addresses['hydra-public'] ?? ''}/.well-known/jwks.json`);
    await ory.keys.open('hydra.openid.id-token');
    await editor.waitFor('hydra.openid.id-token.json');
    await page
      .getByText(/RSA \d+ bits · /)
      .first()
      .waitFor();
    await page.locator('.part.editor .view-line').getByText('"kid"').first().hover();
    await page.locator('.monaco-hover').getByText('Thumbprint').waitFor();
    await workbench().screenshot('lenses-key');
    await page.keyboard.press('Escape');
  });

  it('is as readable in a light theme', async () => {
    const { ory, editor, quickInput, page } = workbench();
    await workbench().command('Preferences: Color Theme');
    await quickInput.fill('Light Modern');
    await quickInput.accept();
    await ory.keys.collapse();
    await ory.identities.expand();
    const name = (await ory.identities.labels()).find((label) => label.includes('@')) ?? '';
    await ory.identities.open(name);
    await editor.waitFor(`${name}.json`);
    await page.getByText('Create Recovery Code…').waitFor();
    await page
      .getByText(/ago|just now/)
      .first()
      .waitFor();
    await workbench().screenshot('lenses-identity-light');
    await editor.show((await editor.tabs()).find((tab) => tab.includes('↔ Sandbox')) ?? '');
    await workbench().screenshot('compare-projects-light');
  });
});
