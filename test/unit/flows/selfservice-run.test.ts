import assert from 'node:assert/strict';
import { Agent } from '../../../src/flows/self-service/agent.ts';
import { FlowRun } from '../../../src/flows/self-service/run.ts';
import { testClient } from '../support/test-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { scripted } from './selfservice-server.ts';
import { flow, loginNodes, message, OTHER_ID, session } from './selfservice-shapes.ts';

describe('a run of self-service flows', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const runOf = (changed: () => void = () => undefined) =>
    new FlowRun(
      new Agent({
        client: () => Promise.resolve(testClient(server.url)),
        base: server.url,
        learn: () => undefined,
      }),
      changed,
    );

  it('keeps what was filled in for the flow, and no secret', async () => {
    server = await scripted(
      { body: flow(loginNodes(), { type: 'api' }) },
      {
        status: 400,
        body: flow(loginNodes('ada'), { type: 'api' }, { messages: [message(4000006, 'Wrong.')] }),
      },
      { body: { session_token: 'ory_st_secret', session: session('ada@example.com') } },
      { body: flow(loginNodes(), { type: 'api', id: OTHER_ID }) },
    );
    const run = runOf();
    await run.start('login', 'api', {});
    run.values = { identifier: 'ada' };
    run.payload = '{"from":"editor"}';
    await run.press(3, { password: 'tell-nobody' });
    assert.deepEqual(run.values, { identifier: 'ada' });
    assert.ok(!JSON.stringify([run.values, run.payload, run.outcome]).includes('tell-nobody'));
    const body = JSON.parse(server.received[1]!.body) as Record<string, unknown>;
    assert.equal(body.password, 'tell-nobody');
    assert.deepEqual(body.transient_payload, { from: 'editor' });
    assert.equal(run.flow?.messages.length, 1);
    await run.press(3, { password: 'tell-nobody' });
    // The complaint belongs to the try before.
    assert.equal(run.flow.messages.length, 0);
    assert.equal(run.session?.who, 'ada@example.com');
    await run.startAgain();
    assert.deepEqual(run.values, {});
  });

  it('lets go of a complaint once the form was accepted, wherever it goes on', async () => {
    const wrong = flow(loginNodes('ada'), {}, { messages: [message(4060006, 'Wrong code.')] });
    server = await scripted(
      { body: flow(loginNodes()) },
      { status: 400, body: wrong },
      { status: 303, headers: { location: 'https://app.example.com/' } },
    );
    const run = runOf();
    await run.start('recovery', 'browser', {});
    await run.press(3, {});
    assert.equal(run.flow?.messages.length, 1);
    await run.press(3, {});
    assert.equal(run.outcome?.kind, 'moved');
    assert.equal(run.flow.messages.length, 0);
  });

  it('knows that saved settings may have raised the session, until it is read again', async () => {
    server = await scripted(
      { body: session('ada@example.com') },
      { body: flow([], { type: 'api', state: 'show_form' }) },
      { body: flow(loginNodes(), { type: 'api', state: 'success' }) },
      { body: session('ada@example.com') },
    );
    const run = runOf();
    await run.whoAmI();
    await run.start('settings', 'api', {});
    assert.equal(run.sessionIsOld, false);
    await run.readAgain();
    assert.equal(run.sessionIsOld, true);
    await run.whoAmI();
    assert.equal(run.sessionIsOld, false);
  });

  it('does one thing at a time, and can be cancelled', async () => {
    server = await startTestServer(() => undefined);
    let drawn = 0;
    const run = runOf(() => drawn++);
    const started = run.start('login', 'api', {});
    await run.start('login', 'api', {});
    run.cancel();
    await assert.rejects(started, /cancelled/i);
    assert.equal(run.busy, '');
    assert.ok(drawn >= 2);
    assert.ok(server.received.length <= 1);
  });

  it('says what is wrong with a transient payload', () => {
    const run = runOf();
    server = { close: () => Promise.resolve() } as TestServer;
    for (const [text, wrong] of [
      ['', false],
      ['{"a":1}', false],
      ['[1]', true],
      ['{', true],
    ] as const) {
      run.payload = text;
      assert.equal(run.payloadProblem !== undefined, wrong, text);
    }
  });
});
