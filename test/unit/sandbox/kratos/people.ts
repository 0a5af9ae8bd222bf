import { startSandbox, type Sandbox } from '../../../../src/sandbox/start.ts';
import { url } from '../harness.ts';

/** A clock that a test moves. */
export class TestClock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  advance(minutes: number): void {
    this.offsetMs += minutes * 60_000;
  }
}

export const PASSWORD = 'Xq7-river-lantern';

interface UiText {
  readonly id: number;
  readonly text: string;
  readonly context?: Record<string, unknown>;
}

export interface UiNode {
  readonly type: string;
  readonly group: string;
  readonly attributes: Record<string, unknown>;
  readonly messages: readonly UiText[];
}

/** What answers of flows have in common; a test looks at what it is about. */
export interface FlowJson {
  readonly id: string;
  readonly state: string;
  readonly active?: string;
  readonly ui: {
    readonly action: string;
    readonly nodes: readonly UiNode[];
    readonly messages?: readonly UiText[];
  };
  readonly session_token: string;
  readonly session: SessionJson;
  readonly identity: { readonly id: string; readonly traits: Record<string, unknown> };
  readonly continue_with:
    readonly { readonly action: string; readonly flow?: { readonly id: string } }[] | null;
  readonly error: { readonly id?: string; readonly code: number; readonly reason?: string };
  readonly use_flow_id?: string;
  readonly redirect_browser_to?: string;
}

export interface SessionJson {
  readonly id: string;
  readonly active: boolean;
  readonly authenticator_assurance_level: string;
  readonly authentication_methods: readonly { readonly method: string }[];
  readonly identity: { readonly id: string; readonly traits: { readonly email: string } } | null;
}

export interface Reply {
  readonly status: number;
  readonly body: FlowJson;
}

/** An empty sandbox of Kratos with what apps do in flows. */
export class People {
  readonly clock = new TestClock();
  private sandbox: Sandbox | undefined;

  async start(config?: Record<string, unknown>): Promise<void> {
    this.sandbox = await startSandbox({
      ports: { 'kratos-public': 0, 'kratos-admin': 0 },
      empty: true,
      clock: this.clock,
      ...(config ? { kratos: { config, file: '' } } : {}),
    });
  }

  async stop(): Promise<void> {
    await this.sandbox?.close();
  }

  public(path: string): string {
    return url(this.running, 'kratos-public', path);
  }

  admin(path: string): string {
    return url(this.running, 'kratos-admin', path);
  }

  /** Begins a flow of an app. */
  async begin(kind: string, token?: string, query = ''): Promise<FlowJson> {
    return (await this.get(`/self-service/${kind}/api${query}`, token)).body;
  }

  async get(path: string, token?: string): Promise<Reply> {
    return reply(await fetch(this.public(path), { headers: headersOf(token), redirect: 'manual' }));
  }

  /** Submits a flow of an app. */
  async submit(kind: string, id: string, body: unknown, token?: string): Promise<Reply> {
    const headers = { ...headersOf(token), 'content-type': 'application/json' };
    const target = this.public(`/self-service/${kind}?flow=${id}`);
    return reply(
      await fetch(target, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual' }),
    );
  }

  async register(email: string, password = PASSWORD): Promise<Reply> {
    const { id } = await this.begin('registration');
    return this.submit('registration', id, { method: 'password', password, traits: { email } });
  }

  async login(identifier: string, password = PASSWORD): Promise<Reply> {
    const { id } = await this.begin('login');
    return this.submit('login', id, { method: 'password', identifier, password });
  }

  /** The session token of somebody who registers. */
  async newcomer(email: string): Promise<string> {
    return (await this.register(email)).body.session_token;
  }

  async whoami(token: string): Promise<Reply & { readonly session: SessionJson }> {
    const answer = await this.get('/sessions/whoami', token);
    return { ...answer, session: answer.body as unknown as SessionJson };
  }

  /** The code of the latest mail to an address, as the sandbox's inbox shows it. */
  async latestCode(to: string): Promise<string> {
    const answer = await fetch(this.public(`/.sandbox/mails?to=${encodeURIComponent(to)}`));
    const { mails } = (await answer.json()) as { mails: { code?: string }[] };
    return mails[0]?.code ?? '';
  }

  private get running(): Sandbox {
    if (!this.sandbox) throw new Error('not started');
    return this.sandbox;
  }
}

/** Ids of the messages that a form shows. */
export const messages = ({ ui }: FlowJson): readonly number[] => (ui.messages ?? []).map(({ id }) => id);

/** Ids of the messages at one field. */
export const messagesAt = ({ ui }: FlowJson, name: string): readonly number[] =>
  field(ui.nodes, name)?.messages.map(({ id }) => id) ?? [];

export const field = (nodes: readonly UiNode[], name: string): UiNode | undefined =>
  nodes.find(({ attributes }) => attributes.name === name || attributes.id === name);

function headersOf(token: string | undefined): Record<string, string> {
  return { accept: 'application/json', ...(token === undefined ? {} : { 'x-session-token': token }) };
}

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json') && text !== '';
  return { status: response.status, body: (isJson ? JSON.parse(text) : {}) as FlowJson };
}
