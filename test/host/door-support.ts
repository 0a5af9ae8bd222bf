// A whole Ory of one small server, and a window's container on it, for tests of what every write passes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter, type ExtensionContext, type Memento, type SecretStorage, Uri } from 'vscode';
import { Container } from '../../src/container.ts';
import type { Connection } from '../../src/connections/model.ts';
import type { ResourceChange } from '../../src/editor/resource-changes.ts';
import { CATALOGUE } from '../../src/ory/operations/index.ts';
import { type Operation, RawBody } from '../../src/ory/operations/operation.ts';
import { answerJson, type Received, startTestServer, type TestServer } from '../unit/support/test-server.ts';
import { eventually, setConnections } from './documents-support.ts';

/** The operations that change something and that are called, not opened in a browser. */
export const WRITES: readonly Operation[] = CATALOGUE.filter(
  ({ effect, opensInBrowser }) => effect !== 'read' && !opensInBrowser,
);

/** What an operation is called with: an id wherever it insists on one. */
export function valuesFor({ id, parameters }: Operation): Record<string, unknown> {
  const required = Object.entries(parameters).filter(
    ([, { required: is, in: place }]) => is || place === 'path',
  );
  return Object.fromEntries(required.map(([name, { values }]) => [name, values?.[0] ?? `${id}-id`]));
}

export function inputFor(operation: Operation): Record<string, unknown> {
  const { body } = operation;
  if (!body) return valuesFor(operation);
  return {
    ...valuesFor(operation),
    body: body.fields
      ? Object.fromEntries(Object.keys(body.fields).map((name) => [name, 'given']))
      : new RawBody(body.contentType === 'application/json' ? '{}' : 'given'),
  };
}

/** Answers whatever is asked, with something that each kind takes for one of its own; each write changes it. */
export class SmallOry {
  version = 0;
  /** Statuses by "METHOD /path", for what is to fail. */
  readonly failing = new Map<string, number>();
  /** What is read of a resource instead, before or after writes. */
  reads: { readonly from: number; readonly answer: unknown } | undefined;
  private constructor(readonly server: TestServer) {}

  static async start(): Promise<SmallOry> {
    const server = await startTestServer((request, response) => ory.answer(request, response));
    const ory = new SmallOry(server);
    return ory;
  }

  /** What changed something since this was last asked, or would have. */
  written(): string[] {
    const all = this.server.received.splice(0);
    return all.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url}`);
  }

  private answer({ method, url }: Received, response: Parameters<typeof answerJson>[0]): void {
    const { pathname } = new URL(url, this.server.url);
    const status = this.failing.get(`${method} ${pathname}`);
    if (method !== 'GET') this.version += 1;
    const { reads } = this;
    if (method === 'GET' && reads && this.version >= reads.from) answerJson(response, reads.answer);
    else if (status) answerJson(response, { error: { message: 'not this one' } }, status);
    else answerJson(response, this.everything(method, pathname));
  }

  private everything(method: string, pathname: string): unknown {
    if (method === 'GET' && /page_size|\/sessions$/.test(pathname)) return [];
    const named = /\/(\w+-id)\b/.exec(pathname)?.[1];
    const id = named ?? `made-${this.version}`;
    const secret = { hashed_password: 'tell-nobody' };
    return {
      id,
      client_id: id,
      client_name: `Client ${this.version}`,
      grant_types: [],
      schema_id: 'default',
      traits: { email: 'ada@example.com', version: String(this.version) },
      credentials: { password: { type: 'password', identifiers: ['ada@example.com'], config: secret } },
      keys: [{ kid: `k${this.version}`, kty: 'oct', alg: 'HS256', use: 'sig', k: 'private' }],
      issuer: 'https://issuer.example.com',
      public_key: { set: 'one', kid: 'one' },
      name: `Project ${this.version}`,
      slug: 'acme',
      revision_id: `r${this.version}`,
      services: {},
      event_streams: ['setEventStream-id', 'deleteEventStream-id'].map((stream) => ({
        id: stream,
        type: 'https',
        https_endpoint: `https://events-${this.version}.example.com`,
      })),
      redirect_to: `${this.server.url}/done`,
    };
  }
}

function memento(): Memento & { setKeysForSync(): void } {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (name: string, otherwise?: unknown) => (values.has(name) ? values.get(name) : otherwise) as never,
    update: (name: string, value: unknown) => {
      if (value === undefined) values.delete(name);
      else values.set(name, value);
      return Promise.resolve();
    },
    setKeysForSync: () => undefined,
  };
}

function secretStorage(): SecretStorage {
  const kept = new Map<string, string>();
  return {
    get: (name) => Promise.resolve(kept.get(name)),
    store: (name, value) => Promise.resolve(void kept.set(name, value)),
    delete: (name) => Promise.resolve(void kept.delete(name)),
    onDidChange: new EventEmitter<{ key: string }>().event,
  };
}

/** A window of its own: what the extension is built of, on three connections to a small Ory. */
export class Window {
  readonly changes: ResourceChange[] = [];
  private constructor(
    readonly ory: SmallOry,
    readonly container: Container,
    private readonly storage: string,
  ) {
    container.changes.onDidChange((change) => this.changes.push(change));
  }

  /** @param sandbox addresses of the services, where it is not to be the small Ory's */
  static async open(sandbox: object = {}): Promise<Window> {
    const ory = await SmallOry.start();
    const storage = mkdtempSync(join(tmpdir(), 'ory-door-'));
    const context = {
      workspaceState: memento(),
      globalState: memento(),
      secrets: secretStorage(),
      globalStorageUri: Uri.file(storage),
      extensionUri: Uri.file(storage),
      asAbsolutePath: (path: string) => join(storage, path),
    } as unknown as ExtensionContext;
    const { url } = ory.server;
    const common = {
      type: 'self-hosted',
      kratosPublic: url,
      kratosAdmin: url,
      hydraPublic: url,
      hydraAdmin: url,
      ketoRead: url,
      ketoWrite: url,
      console: url,
      talos: url,
      sandbox: true,
      ...sandbox,
    };
    await setConnections([
      { ...common, id: 'door', name: 'Open' },
      { ...common, id: 'door-closed', name: 'Closed', readOnly: true },
      { ...common, id: 'door-live', name: 'Live', production: true },
    ]);
    const container = new Container(context);
    await eventually(
      () => container.connections.byId('door-live'),
      (found) => found !== undefined,
    );
    return new Window(ory, container, storage);
  }

  connection(id: string): Connection {
    const found = this.container.connections.byId(id);
    if (!found) throw new Error(`no connection ${id}`);
    return found;
  }

  /** What was announced since this was last asked: "saved identities one". */
  announced(): string[] {
    return this.changes
      .splice(0)
      .map(({ what, kind, id, connection }) => [connection, what, kind, id].filter(Boolean).join(' '));
  }

  /** From now on nothing can be kept on the disk of this window. */
  breakDisk(): void {
    rmSync(this.storage, { recursive: true, force: true });
    writeFileSync(this.storage, 'no folder');
  }

  async close(): Promise<void> {
    // Not its log: the editor hands one of the same name to the extension, too.
    this.container.connections.dispose();
    this.container.undo.dispose();
    await this.ory.server.close();
    await setConnections(undefined);
    rmSync(this.storage, { recursive: true, force: true });
  }
}
