import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { ServiceName } from '../../../src/sandbox/http/service.ts';
import type { SandboxOptions } from '../../../src/sandbox/options.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start.ts';

/** A sandbox in this process, on free ports, with few identities unless the test says otherwise. */
export async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const ports = { 'kratos-public': 0, 'kratos-admin': 0, console: 0 };
  return startSandbox({ ports, identities: 20, clients: 0, seed: 7, ...options });
}

export function url(sandbox: Sandbox, service: ServiceName, path: string): string {
  return `${sandbox.addresses[service] ?? ''}${path}`;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with headers that fetch would not send, such as another Host. */
export async function rawRequest(
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { origin, hostname, port } = new URL(target);
    // The path as it is written: an address would be cleaned of `..`.
    const path = target.slice(origin.length);
    const sent = httpRequest({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

export interface IdentityJson {
  readonly id: string;
  readonly state: string;
  readonly traits: { readonly email: string };
  readonly updated_at: string;
}

export async function getJson<T>(target: string, init?: RequestInit): Promise<T> {
  const response = await fetch(target, init);
  return (await response.json()) as T;
}

export async function send(method: string, target: string, body: unknown): Promise<Response> {
  return fetch(target, {
    method,
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
