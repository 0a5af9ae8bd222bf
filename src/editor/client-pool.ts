import type * as vscode from 'vscode';
import { ConnectionEndpoints } from '../connections/endpoints.ts';
import type { Connection } from '../connections/model.ts';
import type { ConnectionSecrets } from '../connections/secrets.ts';
import { type EndpointSource, OryClient, type Watch } from '../ory/client.ts';
import type { Redactor } from '../ory/secrets/redactor.ts';
import type { ConnectionStore } from './connection-store.ts';
import { logExchange } from './log-exchange.ts';

interface Pooled {
  readonly settings: string;
  readonly endpoints: ConnectionEndpoints;
  readonly client: OryClient;
}

/** One client a connection, made anew when the connection's settings changed. */
export class ClientPool {
  private readonly clients = new Map<string, Pooled>();
  private readonly listener: { dispose(): unknown };

  constructor(
    private readonly connections: Pick<ConnectionStore, 'byId'> & {
      onDidChange(listener: () => void): { dispose(): unknown };
    },
    private readonly secrets: ConnectionSecrets,
    private readonly redactor: Redactor,
    private readonly log: () => vscode.LogOutputChannel,
    private readonly watch?: (connection: Connection) => Watch,
  ) {
    this.listener = connections.onDidChange(() => this.dropRemoved());
  }

  clientOf(connection: Connection): OryClient {
    return this.of(connection).client;
  }

  /** Where the services of a connection are, for what is no operation of the catalogue. */
  endpointsOf(connection: Connection): EndpointSource {
    return this.of(connection).endpoints.find;
  }

  private of(connection: Connection): Pooled {
    const settings = JSON.stringify(connection);
    const known = this.clients.get(connection.id);
    if (known?.settings === settings) return known;
    // What is under way there may be a save: it ends as if nothing had happened.
    void known?.endpoints.close();
    const endpoints = new ConnectionEndpoints(connection, this.secrets, (id) => this.connections.byId(id));
    const client = new OryClient({
      endpoints: endpoints.find,
      redactor: this.redactor,
      ...(this.watch ? { watch: this.watch(connection) } : {}),
      onExchange: logExchange(this.log(), this.redactor, connection.id),
    });
    const pooled = { settings, endpoints, client };
    this.clients.set(connection.id, pooled);
    return pooled;
  }

  dispose(): void {
    this.listener.dispose();
    for (const { endpoints } of this.clients.values()) void endpoints.close();
    this.clients.clear();
  }
  private dropRemoved(): void {
    for (const [id, { endpoints }] of this.clients) {
      if (this.connections.byId(id)) continue;
      this.clients.delete(id);
      void endpoints.close();
    }
  }
}
