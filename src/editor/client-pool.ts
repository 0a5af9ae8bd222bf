import type * as vscode from 'vscode';
import { ConnectionEndpoints } from '../connections/endpoints.ts';
import type { Connection } from '../connections/model.ts';
import type { ConnectionSecrets } from '../connections/secrets.ts';
import { OryClient } from '../ory/client.ts';
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
  ) {
    this.listener = connections.onDidChange(() => this.dropRemoved());
  }

  clientOf(connection: Connection): OryClient {
    const settings = JSON.stringify(connection);
    const known = this.clients.get(connection.id);
    if (known?.settings === settings) return known.client;
    // What is under way there may be a save: it ends as if nothing had happened.
    void known?.endpoints.close();
    const endpoints = new ConnectionEndpoints(connection, this.secrets, (id) => this.connections.byId(id));
    const client = new OryClient({
      endpoints: endpoints.find,
      onExchange: logExchange(this.log(), this.redactor, connection.id),
    });
    this.clients.set(connection.id, { settings, endpoints, client });
    return client;
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
