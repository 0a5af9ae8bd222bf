import assert from 'node:assert/strict';
import { startSandbox, type Sandbox } from '../../../../src/sandbox/start.ts';
import { getJson, send, url } from '../harness.ts';
import { field, type FlowJson, PASSWORD } from './people.ts';

interface AskedFlow extends FlowJson {
  readonly refresh: boolean;
  readonly request_url: string;
  readonly oauth2_login_challenge?: string;
  readonly oauth2_login_request?: {
    readonly client: Readonly<Record<string, unknown>>;
    readonly requested_scope: readonly string[];
    readonly skip: boolean;
  };
}

interface ConsentRequest {
  readonly subject: string;
  readonly amr: readonly string[];
  readonly skip: boolean;
}

const CALLBACK = 'https://app.example/cb';
const PORTS = { 'kratos-public': 0, 'kratos-admin': 0, 'hydra-public': 0, 'hydra-admin': 0 };

/** A browser in front of both products; it follows nothing by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly sandbox: Sandbox,
    private readonly client: string,
  ) {}

  async open(target: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(target, {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  async json(target: string, body?: unknown): Promise<{ status: number; body: AskedFlow }> {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await this.open(target, { headers, ...sent });
    return { status: answer.status, body: (await answer.json()) as AskedFlow };
  }

  async submit(flow: AskedFlow, fields: Record<string, string>): Promise<string> {
    const csrf = String(field(flow.ui.nodes, 'csrf_token')?.attributes.value);
    const body = new URLSearchParams({ csrf_token: csrf, ...fields });
    const answer = await this.open(flow.ui.action, { method: 'POST', body });
    return answer.headers.get('location') ?? '';
  }

  forget(cookie: string): void {
    this.cookies.delete(cookie);
  }

  /** Is sent to the login by the OAuth 2.0 server. @returns the challenge */
  async authorize(more: Record<string, string> = {}): Promise<string> {
    const query = new URLSearchParams({
      client_id: this.client,
      response_type: 'code',
      scope: 'openid',
      state: 'a-state-of-the-test',
      redirect_uri: CALLBACK,
      ...more,
    });
    const answer = await this.open(url(this.sandbox, 'hydra-public', `/oauth2/auth?${query.toString()}`));
    return new URL(answer.headers.get('location') ?? '').searchParams.get('login_challenge') ?? '';
  }

  /** Goes back to the OAuth 2.0 server. @returns what is asked next: for consent */
  async consent(target: string): Promise<ConsentRequest> {
    const answer = await this.open(target);
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    const query = new URLSearchParams({ consent_challenge: searchParams.get('consent_challenge') ?? '' });
    const path = `/admin/oauth2/auth/requests/consent?${query.toString()}`;
    return getJson(url(this.sandbox, 'hydra-admin', path));
  }
}

describe('sandbox: Kratos does the logins of Hydra', () => {
  let sandbox: Sandbox;
  let client: string;
  let browser: Browser;

  const begin = (config?: Record<string, unknown>) =>
    startSandbox({
      ports: PORTS,
      empty: true,
      ...(config === undefined ? {} : { kratos: { config, file: '' } }),
    });
  const page = (kind: string, challenge: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ login_challenge: challenge, ...more });
    return url(sandbox, 'kratos-public', `/self-service/${kind}/browser?${query.toString()}`);
  };
  const person = async (email: string): Promise<string> => {
    const answer = await send('POST', url(sandbox, 'kratos-admin', '/admin/identities'), {
      schema_id: 'default',
      traits: { email },
      credentials: { password: { config: { password: PASSWORD } } },
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const password = (identifier: string) => ({ method: 'password', identifier, password: PASSWORD });
  const csrf = ({ ui }: AskedFlow) => ({
    csrf_token: field(ui.nodes, 'csrf_token')?.attributes.value,
  });

  before(async () => {
    sandbox = await begin();
    const answer = await send('POST', url(sandbox, 'hydra-admin', '/admin/clients'), {
      client_name: 'Shop',
      redirect_uris: [CALLBACK],
      response_types: ['code'],
      scope: 'openid',
    });
    client = ((await answer.json()) as { client_id: string }).client_id;
  });
  after(() => sandbox.close());
  beforeEach(() => {
    browser = new Browser(sandbox, client);
  });

  it('shows whom a login is for, and sends a page back to Hydra with who signed in', async () => {
    const id = await person('page@example.com');
    const challenge = await browser.authorize();
    const shown = await browser.open(page('login', challenge));
    assert.equal(shown.status, 303);
    const flow = new URL(shown.headers.get('location') ?? '').searchParams.get('flow') ?? '';
    const path = `/self-service/login/flows?id=${flow}`;
    const { body } = await browser.json(url(sandbox, 'kratos-public', path));
    assert.equal(body.oauth2_login_challenge, challenge);
    assert.equal(body.oauth2_login_request?.client.client_name, 'Shop');
    assert.deepEqual(body.oauth2_login_request.requested_scope, ['openid']);
    assert.ok(!('jwt_bearer_grant_access_token_lifespan' in body.oauth2_login_request.client));
    assert.match(body.request_url, /&refresh=true$/, 'a session would have to be confirmed');

    const onward = await browser.submit(body, password('page@example.com'));
    assert.ok(onward.startsWith(url(sandbox, 'hydra-public', '/oauth2/auth?')));
    const consent = await browser.consent(onward);
    assert.deepEqual([consent.subject, consent.amr, consent.skip], [id, ['password'], false]);
  });

  it('tells a script where to go (422), and keeps showing the request when something is wrong', async () => {
    const id = await person('script@example.com');
    const flow = (await browser.json(page('login', await browser.authorize()))).body;
    assert.equal(flow.oauth2_login_request?.skip, false);
    const wrong = await browser.json(flow.ui.action, { ...password('nobody@example.com'), ...csrf(flow) });
    assert.equal(wrong.status, 400);
    assert.equal(wrong.body.oauth2_login_request?.client.client_id, client);
    const right = await browser.json(flow.ui.action, { ...password('script@example.com'), ...csrf(flow) });
    assert.equal(right.status, 422);
    assert.equal(right.body.error.id, 'browser_location_change_required');
    assert.equal((await browser.consent(right.body.redirect_browser_to ?? '')).subject, id);
  });

  it('asks nobody whom both remember, but whoever has to confirm it, or is somebody else', async () => {
    const id = await person('again@example.com');
    const other = await person('other@example.com');
    const first = (await browser.json(page('login', await browser.authorize()))).body;
    await browser.consent(await browser.submit(first, password('again@example.com')));

    const skipped = await browser.open(page('login', await browser.authorize()));
    assert.equal(skipped.status, 303);
    assert.equal((await browser.consent(skipped.headers.get('location') ?? '')).subject, id);
    const script = await browser.json(page('login', await browser.authorize()));
    assert.deepEqual([script.status, script.body.error.id], [400, 'session_already_available']);

    const forced = (await browser.json(page('login', await browser.authorize({ prompt: 'login' })))).body;
    assert.equal(forced.refresh, true);
    const confirmed = await browser.consent(await browser.submit(forced, password('again@example.com')));
    assert.deepEqual([confirmed.subject, confirmed.amr], [id, ['password', 'password']]);

    browser.forget('ory_kratos_session');
    const gone = (await browser.json(page('login', await browser.authorize()))).body;
    assert.equal(gone.oauth2_login_request?.skip, true);
    const onward = await browser.submit(gone, password('other@example.com'));
    assert.match(onward, /prompt=login/, `Hydra remembers ${id}, not ${other}: it asks again`);
  });

  it('sends whoever signs up on as well, by way of the verification', async () => {
    const flow = (await browser.json(page('registration', await browser.authorize()))).body;
    const email = 'new@example.com';
    const shown = await browser.submit(flow, {
      method: 'password',
      password: PASSWORD,
      'traits.email': email,
    });
    const id = new URL(shown).searchParams.get('flow') ?? '';
    const path = `/self-service/verification/flows?id=${id}`;
    const verification = await browser.json(url(sandbox, 'kratos-public', path));
    assert.equal(verification.status, 200, 'the browser that signed up may read it');
    const inbox = url(sandbox, 'kratos-public', `/.sandbox/mails?to=${encodeURIComponent(email)}`);
    const { mails } = await getJson<{ mails: { code: string }[] }>(inbox);
    const fields = { method: 'code', code: mails[0]?.code, ...csrf(verification.body) };
    const verified = (await browser.json(verification.body.ui.action, fields)).body;
    const onward = String(field(verified.ui.nodes, 'continue')?.attributes.href);
    assert.match((await browser.consent(onward)).subject, /^[0-9a-f-]{36}$/);

    const known = await browser.open(page('registration', await browser.authorize({ prompt: 'login' })));
    assert.equal(known.status, 302);
    assert.match(known.headers.get('location') ?? '', /\/self-service\/login\/browser\?login_challenge=/);
  });

  it('refuses a challenge that Hydra does not know, from browsers at once and from apps when they read on', async () => {
    for (const kind of ['login', 'registration']) {
      const { status, body } = await browser.json(page(kind, 'nonsense'));
      assert.deepEqual([status, body.error.code], [400, 400], kind);
      const empty = await browser.json(page(kind, ''));
      assert.match(String(empty.body.error.reason), /empty/);
    }
    const api = '/self-service/login/api?login_challenge=nonsense';
    const { id } = await getJson<FlowJson>(url(sandbox, 'kratos-public', api));
    const read = await fetch(url(sandbox, 'kratos-public', `/self-service/login/flows?id=${id}`));
    assert.equal(read.status, 400);
  });

  it('is linked by oauth2_provider.url of kratos.yml, and not without', async () => {
    for (const [provider, status] of [
      [{}, 500],
      [{ oauth2_provider: { url: 'http://127.0.0.1:4445' } }, 400],
    ] as const) {
      const other = await begin({ ...provider, selfservice: { methods: { password: { enabled: true } } } });
      const path = '/self-service/login/browser?login_challenge=nonsense';
      const answer = await fetch(url(other, 'kratos-public', path), {
        headers: { accept: 'application/json' },
      });
      await other.close();
      assert.equal(answer.status, status);
    }
  });
});
