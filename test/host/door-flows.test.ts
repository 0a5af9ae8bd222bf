// Views follow what self-service flows and OAuth 2.0 runs did: each of their writes passes the door.
import assert from 'node:assert/strict';
import type { OAuth2 } from '../../src/features/oauth2/oauth2.ts';
import { Run } from '../../src/features/oauth2/run/run.ts';
import { RunSetup } from '../../src/features/oauth2/run/run-setup.ts';
import { temporaryRecords } from '../../src/features/oauth2/temporary-records.ts';
import { LiveConnection } from '../../src/editor/live-connection.ts';
import { Agent } from '../../src/flows/self-service/agent.ts';
import { FlowRun } from '../../src/flows/self-service/run.ts';
import { Window } from './door-support.ts';
import { sandboxAddresses } from './support.ts';

describe('views follow', () => {
  let open: Window;

  before(async () => {
    const addresses = sandboxAddresses();
    open = await Window.open({
      kratosPublic: addresses['kratos-public'],
      kratosAdmin: addresses['kratos-admin'],
      hydraPublic: addresses['hydra-public'],
      hydraAdmin: addresses['hydra-admin'],
    });
  });
  beforeEach(() => open.announced());
  after(() => open.close());

  const flowRun = (connection: string): FlowRun => {
    const agent = new Agent({
      client: () => open.container.client(open.connection(connection)),
      base: sandboxAddresses()['kratos-public'] ?? '',
      learn: (secret) => open.container.redactor.learn(secret),
    });
    return new FlowRun(agent, () => undefined);
  };

  /** Presses the button that sends a method's form. */
  async function submit(
    run: FlowRun,
    method: string,
    values: FlowRun['values'],
    secrets = {},
  ): Promise<void> {
    run.values = { ...run.values, ...values };
    const nodes = run.flow?.nodes ?? [];
    const at = nodes.findIndex(({ name, value }) => name === 'method' && value === method);
    assert.ok(at >= 0, JSON.stringify(nodes.map(({ name, value }) => [name, value])));
    await run.press(at, secrets);
  }

  it('a registered identity, its session, its changed settings and its sign-out', async () => {
    const run = flowRun('door');
    const email = `door-${Date.now().toString(36)}@example.com`;
    await run.start('registration', 'api', {});
    assert.deepEqual(open.announced(), [], 'a form that was shown changes nothing');
    const password = { password: 'a-long-Passw0rd-of-tests' };
    await submit(run, 'profile', { 'traits.email': email });
    assert.deepEqual(open.announced(), [], 'the first of two steps registers nobody');
    await submit(run, 'password', {}, password);
    const [identity, session] = open.announced();
    const id = /^door created identities ([\w-]+)$/.exec(identity ?? '')?.[1];
    assert.ok(id, `${identity} ${run.outcome?.headline}`);
    assert.match(session ?? '', /^door created sessions/);
    const history = await open.container.history();
    const key = history.keyOf(open.connection('door'), { connection: 'door', kind: 'identities', id });
    assert.ok(key);
    assert.deepEqual(
      (await history.versions.list(key)).versions.map(({ moment }) => moment),
      ['after'],
    );
    await run.start('settings', 'api', {});
    await submit(run, 'profile', { 'traits.email': email, 'traits.name.first': 'Ada' });
    assert.deepEqual(open.announced(), [`door saved identities ${id}`]);
    await run.logOut();
    assert.deepEqual(open.announced(), ['door saved sessions']);
  });

  it('nothing of a flow on a read-only connection, which sends nothing', async () => {
    const run = flowRun('door-closed');
    await run.start('registration', 'api', {});
    assert.match(run.outcome?.headline ?? '', /read-only/);
    assert.deepEqual(open.announced(), []);
  });

  it('the client and the keys that a run made, and that the client went again', async () => {
    const { container } = open;
    const live = new LiveConnection(container.connections, open.connection('door'), ['hydra-admin']);
    const records = temporaryRecords(container.context.globalState);
    const oauth2 = { container, records, leftovers: { lookIn: () => undefined } } as unknown as OAuth2;
    const setup = new RunSetup();
    setup.fill('flow', 'client_credentials');
    const run = await Run.create(oauth2, live, setup, () => undefined);
    const tokens = await run.go();
    assert.ok(tokens, run.failure);
    const client = run.temporary;
    assert.deepEqual(open.announced(), [`door created clients ${client}`, 'door saved keys']);
    await run.end();
    assert.deepEqual(open.announced(), [`door deleted clients ${client}`]);
  });
});
