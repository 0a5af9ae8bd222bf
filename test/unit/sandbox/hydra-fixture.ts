import type { Server } from 'node:http';
import { Faults } from '../../../src/sandbox/faults/faults.ts';
import { close, listen } from '../../../src/sandbox/http/listen.ts';
import { RequestLog } from '../../../src/sandbox/http/request-log.ts';
import { serve } from '../../../src/sandbox/http/server.ts';
import type { Addresses } from '../../../src/sandbox/http/service.ts';
import { Random } from '../../../src/sandbox/seed/random.ts';
import { createHydra, type Hydra } from '../../../src/sandbox/hydra/hydra.ts';

export interface Key {
  readonly kid: string;
  readonly kty: string;
  readonly d?: string;
}

/** The members of answers that tests look at; each answer has some of them. */
export interface Body {
  readonly client_id: string;
  readonly client_name: string;
  readonly client_secret: string;
  readonly owner: string;
  readonly created_at: string;
  readonly metadata: unknown;
  readonly redirect_uris: readonly string[];
  readonly registration_access_token: string;
  readonly registration_client_uri: string;
  readonly keys: readonly Key[] | null;
  readonly active: boolean;
  readonly scope: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly redirect_to: string;
  readonly subject: string;
  readonly skip: boolean;
  readonly issuer: string;
  readonly consent_request: { readonly request_url: string };
  readonly error: string;
  readonly error_description: string;
}

/** An answer; `json` is what its body holds, an empty object when that is no JSON. */
export interface Answer<T = Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: T;
}

/** A running Hydra of the sandbox and how to talk to it. */
export class HydraFixture {
  now = new Date('2030-01-01T12:00:00Z');
  readonly hydra: Hydra;
  private readonly addresses: Addresses = {};
  private readonly servers: Server[] = [];

  constructor(config?: unknown, clients = 0) {
    const clock = { now: () => this.now };
    this.hydra = createHydra({ config, addresses: () => this.addresses, clock, seed: 7, clients });
  }

  async start(): Promise<this> {
    const clock = { now: () => this.now };
    const report = (problem: string) => process.stderr.write(`${problem}\n`);
    const shared = {
      faults: new Faults(clock, new Random(1)),
      log: new RequestLog(),
      clock,
      changed: () => undefined,
      mails: () => [],
      report,
    };
    for (const service of this.hydra.services) {
      const server = serve(service, undefined, shared);
      this.servers.push(server);
      this.addresses[service.name] = await listen(server, 0);
    }
    return this;
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map(close));
  }

  get publicUrl(): string {
    return this.addresses['hydra-public'] ?? '';
  }

  get adminUrl(): string {
    return this.addresses['hydra-admin'] ?? '';
  }

  admin<T = Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send(this.adminUrl, method, path, body, headers);
  }

  open<T = Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send(this.publicUrl, method, path, body, headers);
  }

  /** A form to the token endpoint. */
  token(form: Record<string, string>): Promise<Answer> {
    return this.open('POST', '/oauth2/token', new URLSearchParams(form));
  }

  private async send<T>(
    base: string,
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    const raw = typeof body === 'string' || body instanceof URLSearchParams || body === undefined;
    const response = await fetch(path.startsWith('http') ? path : base + path, {
      method,
      headers: { accept: 'application/json', ...headers },
      body: raw ? (body ?? null) : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = /json/i.test(response.headers.get('content-type') ?? '');
    const json = (isJson && text !== '' ? JSON.parse(text) : {}) as T;
    return { status: response.status, headers: response.headers, text, json };
  }
}
