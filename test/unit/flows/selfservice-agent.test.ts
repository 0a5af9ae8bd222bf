import assert from 'node:assert/strict';
import { Agent } from '../../../src/flows/self-service/agent.ts';
import { open, start, submit, submitForm, useLink } from '../../../src/flows/self-service/drive.ts';
import type { FlowKind, FlowType } from '../../../src/flows/self-service/flow-operations.ts';
import { whoAmI } from '../../../src/flows/self-service/my-sessions.ts';
import type { Outcome } from '../../../src/flows/self-service/outcome.ts';
import { submitsOf } from '../../../src/flows/self-service/submission.ts';
import { TRANSPORTS, testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { scripted } from './selfservice-server.ts';
import { flow, FLOW_ID, loginNodes, message, OTHER_ID, refusal, session } from './selfservice-shapes.ts';

for (const [name, transport] of TRANSPORTS)
  describe(`an agent for self-service flows over ${name}`, () => {
    let server: TestServer;
    let learned: string[];
    afterEach(() => server.close());

    function agentOf(): Agent {
      learned = [];
      return new Agent({
        client: () => Promise.resolve(testClient(server.url, transport())),
        base: server.url,
        learn: (secret) => learned.push(secret),
      });
    }

    const begin = async (agent: Agent, type: FlowType, kind: FlowKind) => {
      const outcome = await start(agent, type, kind, {});
      assert.ok(outcome.flow, outcome.headline);
      return outcome.flow;
    };
    const press = (agent: Agent, found: Outcome['flow']) => {
      assert.ok(found);
      return submit(agent, found, submitsOf(found)[0]!, { identifier: 'ada', password: 'tell-nobody' });
    };
    const labels = ({ follows }: Outcome) => follows.map(({ label }) => label);

    it('is a browser: it keeps cookies one by one and sends them with the CSRF token', async () => {
      server = await scripted(
        {
          body: flow(loginNodes()),
          headers: {
            'set-cookie': [
              'csrf_token_x=c00kie; Path=/; Expires=Wed, 01 Jan 2031 00:00:00 GMT; HttpOnly; SameSite=Lax',
              'foreign=1; Domain=ory.example; Path=/',
            ],
          },
        },
        {
          body: { session: session('ada@example.com') },
          headers: { 'set-cookie': 'ory_kratos_session=s3ss; Path=/' },
        },
        { body: session('ada@example.com') },
      );
      const agent = agentOf();
      const outcome = await press(agent, await begin(agent, 'login', 'browser'));
      assert.equal(outcome.headline, 'Signed in as ada@example.com.');
      await whoAmI(agent, 'browser');
      const [first, second, third] = server.received;
      assert.equal(first!.headers.cookie, undefined);
      assert.equal(second!.headers.cookie, 'csrf_token_x=c00kie');
      assert.equal(
        (JSON.parse(second!.body) as { csrf_token: string }).csrf_token,
        'csrf-token-of-the-form==',
      );
      assert.equal(third!.headers.cookie, 'csrf_token_x=c00kie; ory_kratos_session=s3ss');
      assert.deepEqual(
        agent.jar.refused.map((one) => one.name),
        ['foreign'],
      );
      const [cookie] = await agent.jar.list(server.url);
      assert.deepEqual(cookie!.flags, ['HttpOnly', 'SameSite=lax']);
      assert.ok(learned.includes('c00kie') && learned.includes('s3ss'));
    });

    it('is an app: it sends a token, and neither cookies nor Origin', async () => {
      server = await scripted(
        { body: flow(loginNodes(), { type: 'api' }), headers: { 'set-cookie': 'cdn=1; Path=/' } },
        {
          body: { session_token: 'ory_st_secret', session: session('ada@example.com'), continue_with: null },
        },
        { body: session('ada@example.com') },
        { body: flow([], { type: 'api', state: 'show_form' }) },
        { body: flow(loginNodes(), { type: 'api' }) },
      );
      const agent = agentOf();
      await press(agent, await begin(agent, 'login', 'api'));
      await whoAmI(agent, 'api');
      await start(agent, 'settings', 'api', {});
      await start(agent, 'login', 'api', {});
      for (const { headers } of server.received) {
        assert.equal(headers.cookie, undefined);
        assert.equal(headers.origin, undefined);
      }
      assert.deepEqual(
        server.received.map(({ headers }) => headers['x-session-token']),
        [undefined, undefined, 'ory_st_secret', 'ory_st_secret', undefined],
      );
      const kept = JSON.stringify(agent.steps.all.map(({ operation, ...step }) => [operation.id, step]));
      for (const secret of ['tell-nobody', 'ory_st_secret', 'csrf-token-of'])
        assert.ok(!kept.includes(secret));
    });

    it('explains a refusal, a spent flow and a change of place, and follows none by itself', async () => {
      const page = `http://127.0.0.1:4455/settings?flow=${OTHER_ID}`;
      server = await scripted(
        { body: flow(loginNodes()) },
        { status: 400, body: flow(loginNodes('ada'), {}, { messages: [message(4000006, 'Wrong.')] }) },
        { status: 410, body: refusal(410, 'self_service_flow_expired', { use_flow_id: OTHER_ID }) },
        { status: 403, body: refusal(403, 'session_refresh_required', { redirect_browser_to: page }) },
        { status: 403, body: refusal(403, 'session_aal2_required') },
        {
          status: 422,
          body: refusal(422, 'browser_location_change_required', { redirect_browser_to: page }),
        },
        { status: 303, headers: { location: `/self-service/recovery/flows?id=${OTHER_ID}` } },
        { status: 403, body: refusal(403, 'security_csrf_violation') },
        { status: 500, body: refusal(500, '') },
      );
      const agent = agentOf();
      const found = await begin(agent, 'login', 'browser');
      const outcomes = [];
      for (let at = 0; at < 8; at++) outcomes.push(await press(agent, found));
      assert.deepEqual(
        outcomes.map((one) => [one.kind, one.status, ...labels(one)]),
        [
          ['complaint', 400],
          ['refused', 410, 'Open the New Flow'],
          ['refused', 403, 'Start a Login Flow That Asks Again'],
          ['refused', 403, 'Start a Login Flow with the Second Factor'],
          ['moved', 422, 'Open the Settings Flow'],
          ['moved', 303, 'Open the Recovery Flow'],
          ['refused', 403, 'Start a Login Flow'],
          ['refused', 500],
        ],
      );
      for (const { kind, meaning } of outcomes.slice(1, 5)) assert.ok(meaning, kind);
      assert.equal(server.received.length, 9);
      const [, again] = outcomes;
      const target = again!.follows[0]!.target;
      assert.deepEqual(target, {
        at: 'flow',
        kind: 'browser',
        address: { at: 'flow', type: 'login', id: OTHER_ID },
      });
    });

    it('says that a second factor is missing, and that one is there already, and leads to the login that helps', async () => {
      const halfway = { ...session('ada@example.com'), identity: null };
      server = await scripted(
        { body: flow(loginNodes(), { type: 'api' }) },
        { body: { session_token: 'ory_st_secret', session: halfway } },
        { status: 400, body: refusal(400, 'session_already_available') },
      );
      const agent = agentOf();
      const half = await press(agent, await begin(agent, 'login', 'api'));
      assert.equal(half.headline, 'Signed in, but the second factor is missing.');
      assert.deepEqual(labels(half), ['Start a Login Flow with the Second Factor']);
      assert.equal(agent.token, 'ory_st_secret');
      const there = await start(agent, 'login', 'api', { aal: 'aal2' });
      assert.equal(there.headline, 'No login flow was started (400).');
      assert.deepEqual(there.follows[0]?.target, {
        at: 'flow',
        kind: 'api',
        address: { at: 'start', type: 'login', kind: 'api', options: { refresh: true, aal: 'aal2' } },
      });
    });

    it('reads what comes next, and takes over a token from it', async () => {
      server = await scripted(
        { body: flow(loginNodes(), { type: 'api' }) },
        {
          body: {
            identity: { id: FLOW_ID },
            continue_with: [
              { action: 'set_ory_session_token', ory_session_token: 'ory_st_from_chain' },
              { action: 'show_verification_ui', flow: { id: OTHER_ID, verifiable_address: 'a@b.c' } },
              { action: 'redirect_browser_to', redirect_browser_to: 'https://app.example.com/welcome' },
              { action: 'show_pin_entry_ui', data: {} },
            ],
          },
        },
      );
      const agent = agentOf();
      const outcome = await press(agent, await begin(agent, 'registration', 'api'));
      assert.equal(outcome.kind, 'signed-in');
      assert.deepEqual(labels(outcome), ['Open the Verification Flow', 'Open the Page in the Browser']);
      assert.equal(agent.token, 'ory_st_from_chain');
    });

    it('finds a flow whose type nobody told, and says so where there is none', async () => {
      server = await startTestServer(({ url }, response) =>
        url.startsWith('/self-service/recovery')
          ? answerJson(response, flow([], { type: 'api' }))
          : answerJson(response, refusal(404, ''), 404),
      );
      const agent = agentOf();
      const found = await open(agent, { at: 'flow', id: FLOW_ID }, 'api');
      assert.equal(found.flow?.type, 'recovery');
      await server.close();
      server = await scripted({ status: 404, body: refusal(404, '') });
      const lost = await open(agentOf(), { at: 'flow', id: FLOW_ID }, 'api');
      assert.match(lost.headline, /No flow of any type/);
    });

    it('posts a form as a page does, and says where the redirect leads', async () => {
      const ui = (id: string) => `http://127.0.0.1:4455/login?flow=${id}`;
      server = await scripted(
        { body: flow(loginNodes()) },
        { status: 303, headers: { location: ui(FLOW_ID) } },
        { status: 303, headers: { location: `http://127.0.0.1:4455/error?id=${OTHER_ID}` } },
        { status: 303, headers: { location: ui(OTHER_ID) } },
        { status: 303, headers: { location: 'https://app.example.com/', 'set-cookie': 's=1; Path=/' } },
      );
      const agent = agentOf();
      const found = await begin(agent, 'login', 'browser');
      const post = () =>
        submitForm(agent, found, submitsOf(found)[0]!, { identifier: 'a b', password: 'tell-nobody' });
      const told = [await post(), await post(), await post(), await post()];
      const [, { body, headers }] = server.received as [unknown, (typeof server.received)[number]];
      assert.equal(headers['content-type'], 'application/x-www-form-urlencoded');
      assert.equal(headers.accept, 'text/html');
      assert.deepEqual(Object.fromEntries(new URLSearchParams(body)), {
        csrf_token: 'csrf-token-of-the-form==',
        identifier: 'a b',
        password: 'tell-nobody',
        method: 'password',
      });
      assert.deepEqual(
        told.map((one) => [one.status, ...labels(one)]),
        [
          [303, 'Open the Login Flow'],
          [303, 'Read the Error'],
          [303, 'Open the Login Flow'],
          [303, 'Open the Page in the Browser'],
        ],
      );
      assert.match(told[0]!.meaning ?? '', /page of this flow/);
      assert.match(told[1]!.meaning ?? '', /page for errors/);
      assert.match(told[2]!.meaning ?? '', /another flow/);
      assert.match(told[3]!.meaning ?? '', /The flow is done/);
      assert.equal((await agent.jar.list(server.url)).length, 1);
      const kept = JSON.stringify(agent.steps.all.map(({ input }) => input));
      for (const secret of ['tell-nobody', 'csrf-token-of']) assert.ok(!kept.includes(secret), kept);
    });

    it('uses the token of a mailed link, in the query', async () => {
      server = await scripted({ body: flow(loginNodes()) }, { status: 303, headers: { location: '/x' } });
      const agent = agentOf();
      const found = await begin(agent, 'recovery', 'browser');
      await useLink(agent, found, 'mailed-token');
      assert.match(server.received[1]!.url, /token=mailed-token/);
      assert.ok(!JSON.stringify(agent.steps.all[1]!.input).includes('mailed-token'));
    });
  });
