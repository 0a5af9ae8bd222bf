import assert from 'node:assert/strict';
import { useWorkbench } from './pages/use-workbench.ts';

describe('the packaged extension', () => {
  const workbench = useWorkbench();

  it('shows its four views in the side bar', async () => {
    const { ory } = workbench();
    await ory.open();
    assert.deepEqual(
      (await ory.titles()).map((title) => title.toLowerCase()),
      ['projects', 'identities', 'oauth2 clients', 'keys'],
    );
  });

  it('fills the list of identities from the server', async () => {
    const { identities } = workbench().ory;
    await identities.expand();
    await identities.rows.first().waitFor();
    assert.ok((await identities.labels()).some((label) => label.includes('@')));
    await workbench().screenshot('smoke');
  });
});
