import assert from 'node:assert/strict';
import { startTestServer, type TestServer } from '../unit/support/test-server.ts';
import { useWorkbench } from './pages/use-workbench.ts';

describe('a new user with servers of their own', () => {
  const workbench = useWorkbench({ settings: () => ({}) });
  let site: TestServer;
  before(async () => {
    site = await startTestServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Hello</title>');
    });
  });
  after(() => site.close());

  /** Waits for what stands at the field. */
  const said = async (text: RegExp) => {
    await workbench().quickInput.message().filter({ hasText: text }).waitFor();
  };

  it('is offered what is at hand, and the ways to connect', async () => {
    const { ory, quickInput } = workbench();
    await ory.open();
    await ory.projects.welcome().getByText('Connect to Ory…').click();
    await quickInput.waitFor('Connect to Ory');
    const labels = (await quickInput.labels()).map((label) => label.trim());
    for (const offer of [
      'Start the local sandbox',
      'Ory Network project',
      'Ory Network workspace',
      'Self-hosted',
    ])
      assert.ok(labels.includes(offer), `${offer} is not offered: ${labels.join(', ')}`);
    await workbench().screenshot('connect');
    await quickInput.pick('Self-hosted');
    await quickInput.waitFor('Connect to Ory (1/8)');
    await quickInput.accept();
  });

  it('reads at the field what is wrong with an address', async () => {
    const { quickInput, addresses } = workbench();
    await quickInput.waitFor('address of Kratos (admin) (2/8)');
    await quickInput.fill('foo bar');
    await said(/isn’t a valid address/);
    await quickInput.fill('127.0.0.1:9');
    await said(/nothing listens there/);
    await quickInput.fill(site.url);
    await said(/web page.*HTML/);
    await quickInput.fill(addresses['hydra-admin']!);
    await said(/Hydra \(admin\) answers.*this is not Kratos/);
    await quickInput.fill(addresses['kratos-public']!);
    await said(/Kratos’ public port; the admin port is asked for/);
    await workbench().screenshot('connections-public-port');
    await quickInput.accept();
    await said(/Press Enter once more to use it anyway/);
  });

  it('reads who answers at the right one, and goes back and forth', async () => {
    const { quickInput, addresses } = workbench();
    await quickInput.fill(addresses['kratos-admin']!.replace('http://', ''));
    await said(/^Kratos \(admin\) answers, version/);
    await quickInput.accept();
    await quickInput.waitFor('address of Kratos (public) (3/8)');
    await quickInput.button('Back').click();
    await quickInput.waitFor('address of Kratos (admin) (2/8)');
    await said(/^Kratos \(admin\) answers, version/);
    await quickInput.accept();
    await quickInput.waitFor('address of Kratos (public) (3/8)');
    await quickInput.fill('');
    await quickInput.accept();
    await quickInput.waitFor('address of Hydra (admin) (4/8)');
    await quickInput.fill(addresses['hydra-admin']!);
    await said(/^Hydra \(admin\) answers/);
    await quickInput.accept();
    await quickInput.waitFor('address of Hydra (public) (5/8)');
    await quickInput.fill('');
    await quickInput.accept();
  });

  it('names it, and sees its data at once', async () => {
    const { quickInput, ory, notifications } = workbench();
    await quickInput.waitFor('name (6/8)');
    assert.equal(await quickInput.input.inputValue(), 'Local Kratos and Hydra');
    await quickInput.fill('Staging');
    await quickInput.accept();
    await quickInput.waitFor('Connect to Ory (7/8)');
    await quickInput.accept();
    await quickInput.waitFor('Connect to Ory (8/8)');
    await quickInput.accept();
    assert.ok((await ory.identities.labels()).some((label) => label.includes('@')));
    assert.deepEqual((await ory.projects.labels()).slice(0, 1), ['Staging']);
    await notifications.status('Staging').waitFor();
  });

  it('tests it', async () => {
    const { quickInput } = workbench();
    await workbench().command('Ory: Test Connection');
    await quickInput.waitFor('All 2 work.');
    await workbench().screenshot('connections-test');
    await quickInput.cancel();
  });

  it('marks it as production: the status bar says so, in red', async () => {
    const { quickInput, notifications, page } = workbench();
    await workbench().command('Ory: Edit Connection…');
    await quickInput.pick('Read-only, production');
    await quickInput.waitFor('Edit Staging');
    for (const key of ['ArrowDown', 'ArrowDown', 'Space', 'Enter']) await page.keyboard.press(key);
    const item = notifications.status('Staging · production');
    await item.waitFor();
    assert.match((await item.getAttribute('class')) ?? '', /error-kind|has-background-color/);
    await quickInput.cancel();
  });

  it('removes it, after it was asked for by name', async () => {
    const { dialogs, ory } = workbench();
    await workbench().command('Ory: Remove Connection…');
    assert.match(await dialogs.waitFor('Staging'), /Nothing is deleted at the server/);
    await dialogs.press('Remove');
    await ory.projects.welcome().getByText('Connect to Ory…').waitFor();
  });
});
