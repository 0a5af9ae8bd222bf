import assert from 'node:assert/strict';
import { Configuration, FrontendApi } from '@ory/client';
import { CookieJar } from 'tough-cookie';
import { field, messages, PASSWORD, People, type FlowJson, type Reply } from './people.ts';

/** A browser: cookies, and redirects that the test follows itself. */
class Browser {
  private readonly jar = new CookieJar();

  async request(
    target: string,
    { headers: own = {}, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = await this.jar.getCookieString(target);
    const headers = { accept: 'application/json', ...own, ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(target, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) await this.jar.setCookie(set, target);
    return response;
  }

  async get(target: string): Promise<Reply> {
    const response = await this.request(target);
    return { status: response.status, body: (await response.json()) as FlowJson };
  }

  /** Submits the form of a flow, with its token. */
  async submit({ ui }: FlowJson, fields: Record<string, unknown>, token = csrf(ui.nodes)): Promise<Reply> {
    const response = await this.request(ui.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, csrf_token: token }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as FlowJson };
  }
}

function csrf(nodes: FlowJson['ui']['nodes']): string {
  const value = field(nodes, 'csrf_token')?.attributes.value;
  return typeof value === 'string' ? value : '';
}

describe('sandbox: Kratos’ own client and a browser', () => {
  const people = new People();
  before(() => people.start());
  after(() => people.stop());

  it('Ory’s client registers, logs in, and asks who it is', async () => {
    const frontend = new FrontendApi(new Configuration({ basePath: people.public('') }));
    const { data: registration } = await frontend.createNativeRegistrationFlow();
    const registered = await frontend.updateRegistrationFlow({
      flow: registration.id,
      updateRegistrationFlowBody: {
        method: 'password',
        password: PASSWORD,
        traits: { email: 'client@example.com' },
      },
    });
    assert.match(registered.data.session_token ?? '', /^ory_st_/);
    const { data: login } = await frontend.createNativeLoginFlow();
    const { data } = await frontend.updateLoginFlow({
      flow: login.id,
      updateLoginFlowBody: { method: 'password', identifier: 'client@example.com', password: PASSWORD },
    });
    const who = await frontend.toSession({ xSessionToken: data.session_token ?? '' });
    // The server adds the objects that the schema has, empty as they are.
    assert.deepEqual(who.data.identity?.traits, { email: 'client@example.com', name: {} });
    await frontend.performNativeLogout({
      performNativeLogoutBody: { session_token: data.session_token ?? '' },
    });
    await assert.rejects(frontend.toSession({ xSessionToken: data.session_token ?? '' }));
  });

  it('a browser logs in with cookies, reads its own flows only, and logs out', async () => {
    await people.newcomer('browser@example.com');
    const browser = new Browser();
    const { body: flow } = await browser.get(people.public('/self-service/login/browser'));
    const read = `/self-service/login/flows?id=${flow.id}`;
    assert.equal((await browser.get(people.public(read))).status, 200);
    assert.equal((await new Browser().get(people.public(read))).status, 403);

    const who = { method: 'password', identifier: 'browser@example.com', password: PASSWORD };
    const forged = await browser.submit(flow, who, '');
    assert.equal(forged.body.error.id, 'security_csrf_violation');
    const wrong = await browser.submit(flow, { ...who, password: 'wrong' });
    assert.deepEqual(messages(wrong.body), [4000006]);
    const right = await browser.submit(flow, who);
    assert.equal(right.status, 200);
    assert.equal(right.body.session_token, undefined);
    assert.equal((await browser.get(people.public('/sessions/whoami'))).status, 200);

    const logout = await browser.get(people.public('/self-service/logout/browser'));
    const { logout_url } = logout.body as unknown as { logout_url: string };
    assert.equal((await browser.request(logout_url)).status, 204);
    assert.equal((await browser.get(people.public('/sessions/whoami'))).status, 401);
  });

  it('a page is redirected: to the login page, back to it when something is wrong, and then to where it came from', async () => {
    await people.newcomer('page@example.com');
    const browser = new Browser();
    const html = { accept: 'text/html' };
    const back = 'http://127.0.0.1:4455/welcome';
    const start = people.public(`/self-service/login/browser?return_to=${encodeURIComponent(back)}`);
    const begun = await browser.request(start, { headers: html });
    assert.equal(begun.status, 303);
    const page = new URL(begun.headers.get('location') ?? '');
    assert.equal(page.pathname, '/login');
    const id = page.searchParams.get('flow') ?? '';
    const { body } = await browser.get(people.public(`/self-service/login/flows?id=${id}`));
    const post = async (password: string) => {
      const response = await browser.request(body.ui.action, {
        method: 'POST',
        headers: html,
        body: new URLSearchParams({
          method: 'password',
          identifier: 'page@example.com',
          password,
          csrf_token: csrf(body.ui.nodes),
        }),
      });
      return response.headers.get('location');
    };
    assert.equal(await post('wrong'), page.toString());
    assert.equal(await post(PASSWORD), back);
  });

  it('sends no page to an address that is not allowed', async () => {
    const target = people.public('/self-service/login/browser?return_to=https%3A%2F%2Fevil.example%2F');
    const refused = await new Browser().request(target, { headers: { accept: 'text/html' } });
    const error = new URL(refused.headers.get('location') ?? '');
    assert.equal(error.pathname, '/error');
    const told = await people.get(`/self-service/errors?id=${error.searchParams.get('id') ?? ''}`);
    assert.equal(told.body.error.id, 'self_service_flow_return_to_forbidden');
  });

  it('leaves out a parameter that it cannot decode', async () => {
    const { status } = await people.get('/self-service/login/api?return_to=%zz');
    assert.equal(status, 200);
  });
});

describe('sandbox: flows as kratos.yml wants them', () => {
  const people = new People();
  before(() =>
    people.start({
      selfservice: {
        allowed_return_urls: ['http://127.0.0.1:4455/'],
        methods: { link: { enabled: true }, code: { enabled: true, passwordless_enabled: true } },
        flows: {
          registration: { enabled: true, style: 'unified' },
          recovery: { enabled: true, use: 'link' },
        },
      },
      identity: {
        default_schema_id: 'person',
        schemas: [
          { id: 'person', url: `base64://${Buffer.from(JSON.stringify(SCHEMA)).toString('base64')}` },
        ],
      },
    }),
  );
  after(() => people.stop());

  it('registers and logs in with codes alone, without a session after registration', async () => {
    const { id } = await people.begin('registration');
    const traits = { email: 'code@example.com' };
    const sent = await people.submit('registration', id, { method: 'code', traits });
    assert.deepEqual(messages(sent.body), [1040005]);
    const code = await people.latestCode('code@example.com');
    const done = await people.submit('registration', id, { method: 'code', traits, code });
    assert.equal(done.status, 200);
    assert.equal(done.body.session_token, undefined);

    const login = await people.begin('login');
    const identifier = 'code@example.com';
    await people.submit('login', login.id, { method: 'code', identifier });
    const fresh = await people.latestCode(identifier);
    const right = await people.submit('login', login.id, { method: 'code', identifier, code: fresh });
    assert.equal(right.status, 200);
    assert.deepEqual(
      right.body.session.authentication_methods.map(({ method }) => method),
      ['code'],
    );
  });

  it('recovers with a link that works once', async () => {
    await people.register('link@example.com');
    const { id } = await people.begin('recovery');
    const asked = await people.submit('recovery', id, { method: 'link', email: 'link@example.com' });
    assert.deepEqual(messages(asked.body), [1060002]);
    const answer = await fetch(people.public('/.sandbox/mails?to=link@example.com'));
    const { mails } = (await answer.json()) as { mails: { link?: string }[] };
    const target = new URL(mails[0]?.link ?? '');
    const visit = async () => new Browser().request(target.toString(), { headers: { accept: 'text/html' } });
    assert.match((await visit()).headers.get('location') ?? '', /\/settings\?flow=/);
    assert.match((await visit()).headers.get('location') ?? '', /\/recovery\?flow=/);
  });
});

const SCHEMA = {
  $id: 'https://sandbox.example/code.schema.json',
  type: 'object',
  properties: {
    traits: {
      type: 'object',
      properties: {
        email: {
          type: 'string',
          format: 'email',
          title: 'E-Mail',
          'ory.sh/kratos': {
            credentials: { password: { identifier: true }, code: { identifier: true, via: 'email' } },
            recovery: { via: 'email' },
            verification: { via: 'email' },
          },
        },
      },
      required: ['email'],
    },
  },
};
