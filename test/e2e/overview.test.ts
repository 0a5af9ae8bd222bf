import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { useWorkbench } from './pages/use-workbench.ts';

describe('at a first glance', () => {
  const workbench = useWorkbench({
    settings: (addresses) => ({
      'workbench.colorTheme': 'Default Dark Modern',
      'editor.minimap.enabled': false,
      'ory.connections': [
        { ...sandboxConnection(addresses), console: addresses.console },
        {
          id: 'acme',
          name: 'Acme production',
          type: 'self-hosted',
          kratosAdmin: addresses['kratos-admin'],
          production: true,
        },
      ],
    }),
  });

  it('shows servers, people, clients and keys, and a person as a document', async () => {
    const { ory, editor, page } = workbench();
    await ory.open();
    // A wider side bar, as people pull it.
    await page.mouse.move(348, 500);
    await page.mouse.down();
    await page.mouse.move(470, 500, { steps: 5 });
    await page.mouse.up();
    await ory.projects.expandRow('Local sandbox');
    await ory.projects.row('Hydra (admin)').filter({ hasText: 'healthy' }).waitFor();
    const [name = ''] = await ory.identities.labels();
    await ory.identities.expandRow(name);
    await ory.identities.row('Sessions').waitFor();
    await ory.keys.expandRow('Trusted issuers');
    await ory.identities.open(name);
    await editor.waitFor(`${name}.json`);
    await editor.waitForText(/"traits"/);
    await page.keyboard.press('Control+Home');
    await workbench().screenshot('overview');
  });
});
