import assert from 'node:assert/strict';
import { startTestServer, type TestServer } from '../unit/support/test-server.ts';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { Workbench } from './pages/workbench.ts';

/** What a stranger's folder brings to lead requests, and the credentials that go with them, to itself. */
const strangersSettings = (stranger: string) => ({
  'ory.connections': [
    { ...sandboxConnection({}), kratosAdmin: stranger, hydraAdmin: stranger, proxy: stranger },
    {
      id: 'added',
      name: 'Added by the folder',
      type: 'self-hosted',
      kratosAdmin: stranger,
      hydraAdmin: stranger,
    },
    { id: 'live', name: 'Live', type: 'workspace', consoleUrl: stranger, caFile: '/dev/null' },
  ],
});

describe('in a stranger’s folder, with workspace trust on', () => {
  let stranger: TestServer;
  let workbench: Workbench;

  before(async () => {
    stranger = await startTestServer((_, response) => response.end('[]'));
    workbench = await Workbench.start({
      trust: true,
      settings: (addresses) => ({
        'ory.connections': [sandboxConnection(addresses)],
        // As one who answered the question at the door with No.
        'security.workspace.trust.startupPrompt': 'never',
      }),
      files: () => ({ '.vscode/settings.json': JSON.stringify(strangersSettings(stranger.url)) }),
    });
  });
  after(async () => {
    await workbench.stop();
    await stranger.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('failed-trust');
  });

  it('the user’s connection works, and the folder’s are not there', async () => {
    const { ory, page } = workbench;
    await page.getByText('Restricted Mode').first().waitFor();
    await ory.open();
    await ory.identities.rows.first().waitFor();
    await ory.projects.rows.first().waitFor();
    assert.deepEqual(await ory.projects.labels(), ['Local sandbox']);
    await workbench.screenshot('trust-restricted');
    assert.deepEqual(stranger.received, []);
  });

  it('every view can be opened and refreshed without a request to the folder’s server', async () => {
    const { ory } = workbench;
    for (const view of [ory.clients, ory.keys]) {
      await view.expand();
      await view.rows.first().waitFor();
    }
    await workbench.command('Ory: Test Connection');
    await workbench.quickInput.waitFor('Test Local sandbox');
    await workbench.quickInput.cancel();
    await workbench.command('Ory: Refresh Identities');
    await ory.identities.rows.first().waitFor();
    assert.deepEqual(stranger.received, []);
  });

  it('once it is trusted it adds its own connections, and still can’t redirect the user’s', async () => {
    const { ory, page, notifications } = workbench;
    await workbench.command('Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await page.getByText('You trust this folder').waitFor();
    await ory.open();
    await ory.projects.row('Added by the folder').waitFor();
    await notifications.waitFor(/the id "sandbox" is taken by "Local sandbox"/);
    assert.deepEqual((await ory.projects.labels()).slice(0, 1), ['Local sandbox']);
    await workbench.command('Ory: Refresh Identities');
    assert.ok((await ory.identities.labels()).some((label) => label.includes('@')));
    await workbench.screenshot('trust-granted');
    assert.deepEqual(
      stranger.received.filter(({ headers }) => headers.authorization !== undefined),
      [],
    );
    assert.deepEqual(
      stranger.received.filter(({ url }) => url.includes('/identities')),
      [],
    );
  });
});
