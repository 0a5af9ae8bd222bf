import { useWorkbench } from './pages/use-workbench.ts';

describe('what the console has beside projects', () => {
  const workbench = useWorkbench({ sandbox: ['--identities', '20', '--clients', '2'] });

  it('lists the sessions of everybody, narrowed to those in force', async () => {
    const { ory, quickInput } = workbench();
    await ory.open();
    await ory.identities.collapse();
    await ory.clients.collapse();
    await ory.keys.collapse();
    await ory.projects.expandRow('Local sandbox');
    await ory.projects.expandRow('Sessions');
    await ory.projects.rowAction('Sessions', 'Filter Sessions');
    await quickInput.waitFor('Filter Sessions');
    await quickInput.pick('Only active');
    await ory.projects.row('Sessions').filter({ hasText: 'only active' }).waitFor();
    await workbench().screenshot('kinds-sessions');
    await ory.projects.row('Sessions').locator('.monaco-tl-twistie').click();
  });

  it('opens an organization of a project, and begins a new one', async () => {
    const { ory, editor } = workbench();
    for (const row of ['Projects', 'Sandbox', 'Organizations']) await ory.projects.expandRow(row);
    await workbench().screenshot('kinds-project');
    await ory.projects.rowAction('Organizations', 'New');
    await editor.waitForText(/"label"/);
    await workbench().screenshot('kinds-organization');
  });
});
