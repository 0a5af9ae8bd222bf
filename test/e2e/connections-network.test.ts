import assert from 'node:assert/strict';
import { useWorkbench } from './pages/use-workbench.ts';

interface Logged {
  readonly method: string;
  readonly path: string;
}

describe('a workspace of Ory Network, its console played by the sandbox', () => {
  const workbench = useWorkbench({
    settings: ({ console: consoleUrl }) => ({
      'ory.connections': [{ id: 'acme', name: 'Acme', type: 'workspace', consoleUrl }],
    }),
  });

  /** Which tokens of projects the console was asked to make and remove. */
  async function tokenRequests(): Promise<string[]> {
    const answer = await fetch(`${workbench().addresses.console}/.sandbox/requests`);
    const { requests } = (await answer.json()) as { requests: Logged[] };
    return requests
      .filter(({ path }) => path.includes('/tokens'))
      .map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/g, 'ID')}`);
  }

  it('says that its key is missing, and takes none that is for a project', async () => {
    const { ory, notifications, quickInput } = workbench();
    await ory.open();
    await workbench().command('Ory: Open Project…');
    await notifications.press(/Couldn’t list the projects of Acme/, 'Enter API Key');
    await quickInput.waitFor('Key for Acme: workspace API key');
    assert.equal(await quickInput.input.getAttribute('type'), 'password');
    await quickInput.fill('ory_pat_for-a-project');
    await quickInput
      .message()
      .filter({ hasText: /This is a project API key/ })
      .waitFor();
    await quickInput.fill('ory_wak_sandbox');
    await quickInput
      .message()
      .filter({ hasText: /The key sees 3 projects/ })
      .waitFor();
    await quickInput.accept();
    // What opens another box before that takes this one away.
    await notifications.waitForPassing('Key stored for Acme');
  });

  it('opens a project with a key that is made on request', async () => {
    const { ory, quickInput } = workbench();
    await workbench().command('Ory: Open Project…');
    await quickInput.waitFor('Open a project of Acme');
    await quickInput.pick('Driftwood Staging');
    await quickInput.waitFor('Open Driftwood Staging (1/3)');
    await quickInput.pick('Make an API key for the project');
    await quickInput.waitFor('Open Driftwood Staging (2/2)');
    await quickInput.accept();
    await ory.projects.row('Driftwood Staging').waitFor();
    assert.deepEqual(await tokenRequests(), ['POST /projects/ID/tokens']);
  });

  it('offers to remove that key when one signs out', async () => {
    const { quickInput, dialogs, notifications } = workbench();
    await workbench().command('Ory: Sign Out…');
    await quickInput.waitFor('Sign Out');
    await quickInput.pick('Driftwood Staging');
    await dialogs.waitFor('Sign out of Driftwood Staging?');
    await dialogs.press('Sign Out and Remove the Key');
    await notifications.waitForPassing('Signed out of Driftwood Staging');
    assert.deepEqual(await tokenRequests(), ['POST /projects/ID/tokens', 'DELETE /projects/ID/tokens/ID']);
  });

  it('asks for the key again when the address changes, and sends the old one nowhere', async () => {
    const { quickInput, addresses } = workbench();
    const elsewhere = addresses.console!.replace('127.0.0.1', 'localhost');
    await workbench().command('Ory: Edit Connection…');
    await quickInput.pick('Acme');
    await quickInput.waitFor('Edit Acme');
    await quickInput.pick('Console API');
    await quickInput.fill(elsewhere);
    await quickInput.accept();
    await quickInput.waitFor('Key for Acme: workspace API key');
    assert.equal(await quickInput.input.inputValue(), '');
    await quickInput.cancel();
  });
});
