import assert from 'node:assert/strict';
import { useWorkbench } from './pages/use-workbench.ts';

describe('the local sandbox', () => {
  const workbench = useWorkbench({
    sandbox: false,
    settings: () => ({ 'ory.sandbox.identities': 30, 'ory.sandbox.clients': 5 }),
  });

  it('starts with one click and fills the views', async () => {
    const { ory, notifications } = workbench();
    await ory.open();
    await ory.identities.expand();
    await workbench().command('Ory: Start Local Sandbox');
    assert.ok((await ory.identities.labels()).some((label) => label.includes('@')));
    assert.equal((await ory.projects.labels())[0], 'Local sandbox');
    await notifications.status('Local sandbox').waitFor();
    await workbench().screenshot('connections-sandbox');
  });

  it('shows the running one when it is started twice', async () => {
    const { ory, notifications } = workbench();
    await workbench().command('Ory: Start Local Sandbox');
    await notifications.waitForPassing('Local sandbox runs already');
    assert.equal((await ory.projects.labels()).filter((label) => label === 'Local sandbox').length, 1);
  });

  it('ends, says so, and comes back where it was', async () => {
    const { ory, notifications, quickInput, page } = workbench();
    const before = await ory.identities.labels();
    await workbench().command('Ory: Stop Local Sandbox');
    await notifications.waitForPassing('The local sandbox has ended');
    await workbench().command('Ory: Test Connection');
    await quickInput.widget.getByText('Local sandbox is not running.').first().waitFor();
    await quickInput.cancel();
    await workbench().command('Ory: Start Local Sandbox');
    await notifications.status('Starting the local sandbox').waitFor({ state: 'detached' });
    await ory.identities.row(before[0]!).waitFor();
    await workbench().command('Ory: Test Connection');
    await page.getByPlaceholder(/^All \d work\.$/).waitFor();
    await quickInput.cancel();
  });
});
