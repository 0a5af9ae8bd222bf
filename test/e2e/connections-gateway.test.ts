import assert from 'node:assert/strict';
import { basicOf } from '../../src/connections/authorization.ts';
import { type Gateway, startGateway } from '../unit/support/basic-gateway.ts';
import { eventually } from '../support/eventually.ts';
import { useWorkbench } from './pages/use-workbench.ts';

const PASSWORD = 'of-the:gateway-ü';

describe('servers behind a gateway with basic authentication', () => {
  const workbench = useWorkbench({ settings: () => ({}) });
  let gateway: Gateway;
  before(async () => {
    gateway = await startGateway(workbench().addresses['kratos-admin']!, basicOf('ada', PASSWORD));
  });
  after(() => gateway.close());

  const said = async (text: RegExp) => {
    await workbench().quickInput.message().filter({ hasText: text }).waitFor();
  };

  async function skipRest() {
    const { quickInput } = workbench();
    for (const service of ['Kratos (public)', 'Hydra (admin)', 'Hydra (public)']) {
      await quickInput.waitFor(`address of ${service}`);
      await quickInput.fill('');
      await quickInput.accept();
    }
  }

  it('the list does not move when servers are looked for', async () => {
    const { ory, quickInput } = workbench();
    await ory.open();
    await workbench().command('Ory: Add Connection…');
    await quickInput.waitFor('Connect to Ory');
    await quickInput.option('Where do I find a key?').waitFor();
    const places = async () => {
      const labels = (await quickInput.labels()).map((label) => label.trim());
      return labels.slice(0, labels.indexOf('Where do I find a key?') + 1);
    };
    const before = await places();
    assert.equal(before[0], 'Start the local sandbox');
    assert.equal(before.at(-1), 'Where do I find a key?');
    await quickInput.widget
      .getByText(/No other server of Ory found|Found on/)
      .first()
      .waitFor();
    assert.deepEqual(await places(), before);
    await workbench().screenshot('connections-list');
    await quickInput.pick('Self-hosted');
  });

  it('are told from servers of Ory, and the user name and password are asked for', async () => {
    const { quickInput } = workbench();
    await quickInput.waitFor('Connect to Ory (1/8)');
    await quickInput.accept();
    await quickInput.waitFor('address of Kratos (admin)');
    await quickInput.fill(gateway.url);
    await said(/^Something at http:\S+ answers 401\. It may be a gateway in front of Kratos \(admin\)/);
    await workbench().screenshot('connections-gateway-401');
    await quickInput.accept();
    await skipRest();
    await quickInput.waitFor(`user name for ${gateway.url}`);
    await quickInput.fill('ada');
    await workbench().screenshot('connections-gateway-user');
    await quickInput.accept();
    await quickInput.waitFor(`password of ada for ${gateway.url}`);
    assert.equal(await quickInput.input.getAttribute('type'), 'password');
    await quickInput.fill('wrong');
    await quickInput.accept();
    await said(/The user name and password were refused by http:\S+ \(401\)/);
    await workbench().screenshot('connections-gateway-refused');
    await quickInput.fill(PASSWORD);
    await quickInput.accept();
    await quickInput.waitFor('name (');
    await quickInput.fill('Behind a gateway');
    await quickInput.accept();
    const { ory } = workbench();
    // What is left has an answer already; a step takes Enter once it is there.
    await eventually(
      async () => {
        if (await quickInput.input.isVisible()) await quickInput.accept();
        const row = ory.identities.rows.first();
        return row.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      },
      (shown) => shown,
    );
    assert.ok((await ory.identities.labels()).some((label) => label.includes('@')));
    await workbench().screenshot('connections-gateway-open');
  });

  it('are tested with them', async () => {
    const { quickInput } = workbench();
    await workbench().command('Ory: Test Connection');
    await quickInput.waitFor('It works.');
    await quickInput.cancel();
  });

  it('take them from a pasted address, where they stand no longer', async () => {
    const { quickInput, notifications } = workbench();
    await workbench().command('Ory: Edit Connection…');
    await quickInput.pick('Kratos (public)');
    await quickInput.waitFor('address of Kratos (public)');
    const pasted = gateway.url.replace('://', `://ada:${encodeURIComponent(PASSWORD)}@`);
    await quickInput.fill(pasted);
    await said(/The user name and password were taken out; they go to the secret store/);
    assert.equal(await quickInput.input.inputValue(), gateway.url);
    await workbench().screenshot('connections-gateway-pasted');
    await quickInput.cancel();
    await notifications.status('Behind a gateway').waitFor();
  });
});
