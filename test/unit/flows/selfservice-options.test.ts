import assert from 'node:assert/strict';
import { Agent } from '../../../src/flows/self-service/agent.ts';
import { logOut, start } from '../../../src/flows/self-service/drive.ts';
import {
  FLOW_KINDS,
  FLOW_TYPES,
  type FlowKind,
  type FlowType,
  optionsOf,
} from '../../../src/flows/self-service/flow-operations.ts';
import { doubtAbout } from '../../../src/flows/self-service/options.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { flow, loginNodes, OTHER_ID } from './selfservice-shapes.ts';

const VALUES: Readonly<Record<string, string | boolean>> = {
  refresh: true,
  aal: 'aal2',
  return_to: 'http://127.0.0.1:4455/welcome?a=1&b=ü',
  organization: OTHER_ID,
  via: 'ada+work@example.com',
  identity_schema: 'customer',
  login_challenge: 'challenge',
  after_verification_return_to: 'http://127.0.0.1:4455/verified',
  skip_settings: 'true',
  return_session_token_exchange_code: true,
};

const agentAt = (url: string) =>
  new Agent({ client: () => Promise.resolve(testClient(url)), base: url, learn: () => undefined });

describe('options of self-service flows', () => {
  let server: TestServer | undefined;
  afterEach(() => server?.close());

  it('are those that the API has for each type and kind, and are sent as they were given', async () => {
    const entry = ['return_to', 'organization', 'identity_schema'];
    const login = ['refresh', 'aal', ...entry, 'via'];
    const exchange = 'return_session_token_exchange_code';
    const expected: Readonly<Record<FlowType, Readonly<Record<FlowKind, readonly string[]>>>> = {
      login: { api: [...login, exchange], browser: [...login, 'login_challenge'] },
      registration: {
        api: [...entry, exchange],
        browser: [...entry, 'login_challenge', 'after_verification_return_to'],
      },
      recovery: { api: [], browser: ['return_to', 'skip_settings'] },
      verification: { api: ['return_to'], browser: ['return_to'] },
      settings: { api: ['organization'], browser: ['return_to', 'organization'] },
    };
    server = await startTestServer((_, response) => answerJson(response, flow(loginNodes())));
    for (const type of FLOW_TYPES)
      for (const kind of FLOW_KINDS) {
        const names = optionsOf(type, kind).map(({ name }) => name);
        assert.deepEqual(names.toSorted(), expected[type][kind].toSorted(), `${type} ${kind}`);
        await start(agentAt(server.url), type, kind, Object.fromEntries(names.map((n) => [n, VALUES[n]])));
        const asked: URL = new URL(server.received.at(-1)!.url, server.url);
        assert.equal(asked.pathname, `/self-service/${type}/${kind}`);
        const sent = Object.fromEntries(names.map((name) => [name, String(VALUES[name])]));
        assert.deepEqual(Object.fromEntries(asked.searchParams), sent);
      }
  });

  it('say what is doubtful at their field', () => {
    assert.match(doubtAbout('organization', 'acme') ?? '', /UUID/);
    assert.equal(doubtAbout('organization', OTHER_ID), undefined);
    for (const name of ['return_to', 'after_verification_return_to']) {
      for (const wrong of ['/welcome', 'app.example.com', 'javascript:alert(1)'])
        assert.match(doubtAbout(name, wrong) ?? '', /https/, wrong);
      assert.equal(doubtAbout(name, 'https://app.example.com/'), undefined);
    }
    assert.equal(doubtAbout('via', 'anything'), undefined);
  });

  it('that a server passes over are told, by old and new ones alike', async () => {
    // As Kratos 0.11 answers: it knows neither organizations nor schemas to choose from.
    server = await startTestServer((_, response) =>
      answerJson(response, flow(loginNodes(), { type: 'api', refresh: false, requested_aal: 'aal1' })),
    );
    const agent = agentAt(server.url);
    const old = await start(agent, 'login', 'api', {
      organization: OTHER_ID,
      identity_schema: 'customer',
      refresh: true,
    });
    assert.equal(old.headline, 'Started.');
    for (const name of ['organization', 'identity_schema', 'refresh'])
      assert.match(old.meaning ?? '', new RegExp(`passed over ${name}: `));
    const heeded = await start(agent, 'login', 'api', { aal: 'aal1', refresh: false, organization: '' });
    assert.equal(heeded.meaning, undefined);
  });

  it('that a server refuses are told in its words and ours; one that it heeds is seen in the flow', async () => {
    const sandbox = await startSandbox({ ports: { 'kratos-public': 0 }, identities: 0 });
    try {
      const agent = agentAt(sandbox.addresses['kratos-public']!);
      const elsewhere = await start(agent, 'login', 'api', { return_to: 'https://evil.example/' });
      assert.equal(elsewhere.headline, 'No login flow was started (400).');
      assert.match(elsewhere.meaning ?? '', /allowed_return_urls/);
      assert.match(elsewhere.reason ?? '', /evil\.example/);
      const unknown = await start(agent, 'registration', 'api', { identity_schema: 'nope' });
      assert.match(unknown.reason ?? '', /"nope" does not exist/);
      const lonely = await start(agent, 'login', 'browser', { aal: 'aal2' });
      assert.match(lonely.meaning ?? '', /sign in first/);
      const heeded = await start(agent, 'login', 'browser', {
        organization: OTHER_ID,
        return_to: 'http://127.0.0.1:4455/welcome',
      });
      assert.equal(heeded.meaning, undefined);
      assert.equal(heeded.flow?.organization, OTHER_ID);
      assert.equal(heeded.flow.returnTo, 'http://127.0.0.1:4455/welcome');
      const name = await start(agent, 'login', 'browser', { organization: 'acme' });
      assert.match(name.meaning ?? '', /passed over organization/);
    } finally {
      await sandbox.close();
    }
  });

  it('of a logout are its address to return to, which goes into both of its steps', async () => {
    server = await startTestServer((request, response) =>
      request.url.includes('/logout/browser')
        ? answerJson(response, { logout_url: 'x', logout_token: 'logout-token' })
        : answerJson(response, {}, 204),
    );
    const return_to = 'http://127.0.0.1:4455/bye';
    const out = await logOut(agentAt(server.url), 'browser', { return_to });
    assert.equal(out.headline, 'Signed out: the session has ended.');
    assert.match(out.meaning ?? '', /127\.0\.0\.1:4455\/bye/);
    for (const { url } of server.received)
      assert.equal(new URL(url, server.url).searchParams.get('return_to'), return_to);
    assert.deepEqual(
      optionsOf('logout', 'browser').map(({ name }) => name),
      ['return_to'],
    );
    assert.deepEqual(optionsOf('logout', 'api'), []);
  });
});
