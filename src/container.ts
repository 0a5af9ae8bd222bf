import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Connection } from './connections/model.ts';
import { ConnectionSecrets } from './connections/secrets.ts';
import { ConnectionStore } from './editor/connection-store.ts';
import type { Door } from './editor/door/door.ts';
import { UndoMemory } from './editor/door/undo-memory.ts';
import { type CommandModule, lazyCommand } from './editor/lazy-command.ts';
import { KnownChallenges } from './editor/known-challenges.ts';
import { ResourceChanges } from './editor/resource-changes.ts';
import type { LiveIdentitySchemas } from './editor/schemas/live-schemas.ts';
import { SchemaAssociations } from './editor/schemas/schema-associations.ts';
import type { SaveHistory } from './editor/save-history.ts';
import { redactedLog } from './editor/redacted-log.ts';
import type { CheckThread } from './schemas/check/check-thread.ts';
import type { Work } from './saving/work/work.ts';
import type { WorkThread } from './saving/work/work-thread.ts';
import type { ErrorContext } from './editor/show-error.ts';
import type { EndpointSource, OryClient } from './ory/client.ts';
import { Redactor } from './ory/secrets/redactor.ts';
import type { ClientPool } from './editor/client-pool.ts';
import { type RestoreWebview, restoreWebviews } from './editor/webview/restore-webviews.ts';
import type { Webview } from './editor/webview/webview.ts';
import type { WebviewContent, WebviewKind } from './editor/webview/webview-kind.ts';

const SECRET_INDEX = 'ory.secretKeys';

/** What there is, and who gets it: built once by the entry, handed to every feature, each part made on first use. */
export class Container implements vscode.Disposable {
  readonly redactor = new Redactor();
  readonly changes = new ResourceChanges();
  readonly undo = new UndoMemory();
  readonly challenges = new KnownChallenges();
  readonly associations = new SchemaAssociations();
  readonly connections: ConnectionStore;
  readonly secrets: ConnectionSecrets;
  /** What works on documents as wholes; on large ones in a thread that is started with the first. */
  readonly work: Work = { run: (...job) => this.workThread().then((thread) => thread.run(...job)) };
  private output: vscode.LogOutputChannel | undefined;
  private pool: Promise<ClientPool> | undefined;
  private theDoor: Promise<Door> | undefined;
  private saveHistory: Promise<SaveHistory> | undefined;
  private liveSchemas: Promise<LiveIdentitySchemas> | undefined;
  private checkThread: Promise<CheckThread> | undefined;
  private documentThread: Promise<WorkThread> | undefined;
  private readonly tellUnexpected = (error: unknown) => this.tell(error, { doing: 'Ory' });

  constructor(readonly context: vscode.ExtensionContext) {
    this.connections = new ConnectionStore(context.workspaceState);
    this.secrets = new ConnectionSecrets(
      context.secrets,
      {
        keys: () => context.globalState.get<readonly string[]>(SECRET_INDEX, []),
        save: (keys) => context.globalState.update(SECRET_INDEX, keys),
      },
      this.redactor,
      workspaceKey(),
    );
  }

  get log(): vscode.LogOutputChannel {
    return (this.output ??= redactedLog(
      vscode.window.createOutputChannel('Ory', { log: true }),
      this.redactor,
    ));
  }

  /** The client of a connection; its code, and that of HTTP, is loaded with the first call. */
  async client(connection: Connection): Promise<OryClient> {
    return (await this.clients()).clientOf(connection);
  }

  /** Where the services of a connection are, for a library that sends by itself. */
  async endpoints(connection: Connection): Promise<EndpointSource> {
    return (await this.clients()).endpointsOf(connection);
  }

  private clients(): Promise<ClientPool> {
    this.pool ??= Promise.all([import('./editor/client-pool.ts'), this.door()]).then(
      ([{ ClientPool }, { watch }]) =>
        new ClientPool(this.connections, this.secrets, this.redactor, () => this.log, watch),
    );
    return this.pool;
  }

  /** What stands around every write; its code is loaded with the first client. */
  door(): Promise<Door> {
    this.theDoor ??= import('./editor/door/door.ts').then(({ Door }) => new Door(this));
    return this.theDoor;
  }

  /** The identity schemas that servers have; nothing is read before it is asked for. */
  identitySchemas(): Promise<LiveIdentitySchemas> {
    this.liveSchemas ??= import('./editor/schemas/live-schemas.ts').then(
      ({ LiveIdentitySchemas }) =>
        new LiveIdentitySchemas(this.connections, (connection) => this.client(connection), this.redactor),
    );
    return this.liveSchemas;
  }

  /** What holds documents against schemas before a save, in a thread that is started with the first. */
  checks(): Promise<CheckThread> {
    this.checkThread ??= import('./schemas/check/check-thread.ts').then(
      ({ CheckThread }) => new CheckThread(this.context.asAbsolutePath('dist/check-worker.js')),
    );
    return this.checkThread;
  }

  private workThread(): Promise<WorkThread> {
    this.documentThread ??= import('./editor/start-work-thread.ts').then(({ startWorkThread }) =>
      startWorkThread(this.context.asAbsolutePath('dist/work-worker.js'), this.redactor, () => this.log),
    );
    return this.documentThread;
  }

  /** The history of saves; its code is loaded with the first call. */
  history(): Promise<SaveHistory> {
    this.saveHistory ??= import('./editor/save-history.ts').then(
      ({ SaveHistory }) =>
        new SaveHistory(this.context.globalStorageUri, this.redactor, this.work, () => this.log),
    );
    return this.saveHistory;
  }

  /** Reads again what was read of identity schemas, behind what people do. */
  refreshSchemas(): void {
    void this.liveSchemas?.then((schemas) => schemas.refresh());
  }

  /** Tells an error once, in words, with the next step as a button. */
  async tell(error: unknown, context: ErrorContext): Promise<void> {
    const { showError } = await import('./editor/show-error.ts');
    await showError(error, context, this.log, this.redactor);
  }

  /** Registers a command whose module is loaded when it is first run. */
  command(id: string, load: () => Promise<CommandModule<Container>>): vscode.Disposable {
    return lazyCommand<Container>(this, id, load, this.tellUnexpected);
  }

  /**
   * Opens a view in a panel; the code that hosts it is loaded with the first.
   * @param restored a panel that outlived a reload of the window
   */
  async openWebview<Model, Message>(
    kind: WebviewKind<Message>,
    content: WebviewContent<Model, Message>,
    restored?: vscode.WebviewPanel,
  ): Promise<Webview<Model, Message>> {
    const { openWebview } = await import('./editor/webview/open-webview.ts');
    const { extensionUri } = this.context;
    const view = openWebview({ extensionUri, onError: this.tellUnexpected }, kind, content, restored);
    // What can be done in it depends on the connection, which may have become read-only.
    const listener = this.connections.onDidChange(() => view.refresh());
    view.onDidDispose(() => void listener.dispose());
    return view;
  }

  /** Makes the panels of a kind again after a reload of the window. */
  restoreWebviews(name: string, load: () => Promise<RestoreWebview>): vscode.Disposable {
    return restoreWebviews(name, load, this.tellUnexpected);
  }

  dispose(): void {
    this.connections.dispose();
    this.changes.dispose();
    this.undo.dispose();
    this.associations.dispose();
    void this.liveSchemas?.then((schemas) => schemas.dispose());
    void this.checkThread?.then((thread) => thread.dispose());
    void this.documentThread?.then((thread) => thread.dispose());
    this.output?.dispose();
    void this.pool?.then((pool) => pool.dispose());
  }
}

/** A workspace is known by its folders; without any, by the window's emptiness. */
function workspaceKey(): string {
  const where =
    vscode.workspace.workspaceFile?.toString() ??
    (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString()).join('\n');
  return `workspace-${createHash('sha256').update(where).digest('hex').slice(0, 16)}`;
}
