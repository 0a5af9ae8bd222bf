import * as vscode from 'vscode';
import type { Connection, Scope } from '../connections/model.ts';
import { type ParsedConnections, parseConnections } from '../connections/parse.ts';

const SECTION = 'ory';
const SETTING = 'connections';
const ACTIVE = 'ory.activeConnection';

/** An entry of the setting `ory.connections`, as it stands there. */
export type ConnectionEntry = Record<string, unknown> & { readonly id: string };

/** The connections of the user and of the workspace, and which of them the views show. */
export class ConnectionStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly announced = new vscode.EventEmitter<void>();
  private readonly listeners: { dispose(): unknown }[];
  private parsed: ParsedConnections | undefined;

  /** Fires when a connection was added, changed or removed, and when another one became active. */
  readonly onDidChange = this.changed.event;

  /** Fires when what did not answer or was refused may work now, though the settings are the same. */
  readonly onDidAnnounce = this.announced.event;

  constructor(private readonly state: vscode.Memento) {
    this.listeners = [
      this.changed,
      this.announced,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.${SETTING}`)) this.reload();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
    ];
  }

  get all(): readonly Connection[] {
    return this.read().connections;
  }

  /** Entries of the settings that can't be used, in words. */
  get problems(): ParsedConnections['problems'] {
    return this.read().problems;
  }

  byId(id: string): Connection | undefined {
    return this.all.find((connection) => connection.id === id);
  }

  /** The connection that the views show: the one chosen in this workspace, else the first one with data. */
  get active(): Connection | undefined {
    const chosen = this.byId(this.state.get<string>(ACTIVE) ?? '');
    return chosen ?? this.all.find((connection) => connection.type !== 'workspace') ?? this.all[0];
  }

  async activate(id: string): Promise<void> {
    await this.state.update(ACTIVE, id);
    this.changed.fire();
  }

  /** Tells that a connection is to be read again: its key changed, or its servers came back. */
  announce(): void {
    this.changed.fire();
    this.announced.fire();
  }

  /** The entry of a connection as it stands in the settings, to be edited. */
  entryOf(connection: Connection): ConnectionEntry | undefined {
    return this.entries(connection.scope).find((entry) => hasId(entry, connection.id));
  }

  /** Adds an entry, or replaces the one with its id, in the settings of a scope. */
  async put(entry: ConnectionEntry, scope: Scope): Promise<void> {
    const entries = this.entries(scope);
    const at = entries.findIndex((other) => hasId(other, entry.id));
    await this.save(scope, at < 0 ? [...entries, entry] : entries.with(at, entry));
  }

  async remove(connection: Connection): Promise<void> {
    const entries = this.entries(connection.scope).filter((entry) => !hasId(entry, connection.id));
    await this.save(connection.scope, entries);
  }

  /** An id for a new connection, made of its name, that no other connection has. */
  newId(name: string): string {
    const base =
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '')
        .join('-')
        .slice(0, 40) || 'connection';
    const taken = new Set(this.all.map((connection) => connection.id));
    if (!taken.has(base)) return base;
    for (let count = 2; ; count++) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private read(): ParsedConnections {
    if (!this.parsed) {
      const found = this.inspect();
      // Restricted settings of an untrusted workspace are not read, whatever the editor hands out.
      const workspace = vscode.workspace.isTrusted ? found?.workspaceValue : undefined;
      this.parsed = parseConnections(found?.globalValue, workspace);
    }
    return this.parsed;
  }

  private reload(): void {
    this.parsed = undefined;
    this.changed.fire();
  }

  private inspect() {
    return vscode.workspace.getConfiguration(SECTION).inspect<unknown>(SETTING);
  }

  /** What stands in the setting; entries that can't be used are among them, and stay when it is written. */
  private entries(scope: Scope): unknown[] {
    const found = this.inspect();
    const value = scope === 'user' ? found?.globalValue : found?.workspaceValue;
    return Array.isArray(value) ? [...(value as unknown[])] : [];
  }

  private async save(scope: Scope, entries: readonly unknown[]): Promise<void> {
    const target =
      scope === 'user' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
    await vscode.workspace.getConfiguration(SECTION).update(SETTING, entries, target);
    this.reload();
  }
}

/** Whether an entry is the one with an id; ids are compared as they are read, without the space around them. */
const hasId = (entry: unknown, id: string): entry is ConnectionEntry => {
  const own: unknown = (entry as { readonly id?: unknown } | null | undefined)?.id;
  return typeof own === 'string' && own.trim() === id;
};
