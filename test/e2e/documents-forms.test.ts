import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { useWorkbench } from './pages/use-workbench.ts';

describe('documents that are written as YAML, copied, and brought back', () => {
  const workbench = useWorkbench({
    sandbox: ['--identities', '20', '--clients', '10'],
    settings: (addresses) => ({
      'files.autoSave': 'off',
      'ory.connections': [{ ...sandboxConnection(addresses), name: 'staging' }],
    }),
  });

  const hydra = async (path: string) =>
    (await (await fetch(`${workbench().addresses['hydra-admin'] ?? ''}${path}`)).json()) as {
      client_id: string;
      client_name: string;
    }[];
  const named = async (name: string) => hydra(`/admin/clients?client_name=${encodeURIComponent(name)}`);

  it('edit an identity as YAML and keep a comment through the save', async () => {
    const { ory, editor, page, notifications } = workbench();
    await ory.open();
    for (const view of [ory.projects, ory.keys, ory.clients]) await view.collapse();
    await ory.identities.expand();
    const name = (await ory.identities.labels()).find((label) => label.includes('@')) ?? '';
    await ory.identities.open(name);
    await editor.waitFor(`${name}.json`);
    await workbench().command('Ory: Open as YAML');
    await editor.waitFor(`${name}.yaml`);
    await editor.replace('state: active', '# on leave until May\nstate: inactive');
    await page.locator('.part.editor .tab.active.dirty').waitFor();
    await editor.save();
    await editor.waitForSaved(`${name}.yaml`);
    await notifications.waitForPassing('Saved to staging');
    await ory.identities.row(name).filter({ hasText: 'inactive' }).waitFor();
    await editor.waitForText(/\n# on leave until May\nstate: inactive\n/);
    await page.keyboard.press('Control+Home');
    await workbench().screenshot('yaml-saved');
  });

  it('show a service’s configuration as kratos.yaml', async () => {
    const { ory, editor } = workbench();
    await ory.identities.collapse();
    await ory.projects.expand();
    for (const row of ['staging', 'Projects', 'Sandbox', 'Configuration']) await ory.projects.expandRow(row);
    await ory.projects.open('kratos.yaml');
    await editor.waitFor('kratos.yaml');
    await editor.waitForText(/^selfservice:/m);
    await workbench().screenshot('yaml-configuration');
    await ory.projects.collapse();
  });

  it('duplicate a client, and bring a deleted one back', async () => {
    const { ory, editor, dialogs, notifications, page } = workbench();
    await ory.clients.expand();
    await page.mouse.move(800, 500);
    const name = (await ory.clients.labels())[0] ?? '';
    await ory.clients.menu(name, 'Duplicate…');
    await editor.waitFor(`Copy of ${name}.json`);
    await notifications.waitFor('Saving it creates a copy');
    await workbench().screenshot('duplicate-client');
    await notifications.clear();
    await editor.save();
    await dialogs.waitFor('client secret of');
    await dialogs.press('Close');
    await editor.waitFor(`${name} (copy).json`);
    const [copy] = await named(`${name} (copy)`);
    assert.ok(copy);
    await workbench().command('Ory: Delete…');
    await dialogs.waitFor(`Delete ${name} (copy) from staging?`);
    await dialogs.press('Delete');
    await notifications.waitFor('Undo re-creates it');
    await workbench().screenshot('delete-undo');
    await notifications.press('Undo re-creates it', 'Undo');
    await dialogs.waitFor('The new client secret');
    await dialogs.press('Close');
    assert.equal((await named(`${name} (copy)`))[0]?.client_id, copy.client_id);
  });
});
