import * as vscode from 'vscode';
import { link } from '../../editor/commands/link.ts';
import type { Container } from '../../container.ts';
import { withoutIcons } from '../../editor/text.ts';
import { CATALOGUE } from '../../ory/operations/index.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { bodyTemplate } from '../../ory/runner/body-templates.ts';
import { maskedBody } from '../../ory/runner/run-input.ts';
import { lastInput, remember } from './remembered.ts';
import { parseRequestUri, REQUEST_SCHEME, RequestFiles } from './request-files.ts';

/** A body that is being written in a document. */
export interface Draft {
  /** Id of the operation. */
  readonly operation: string;
  /** Id of the connection. */
  readonly connection: string;
  /** What the title of the button names. */
  readonly connectionName: string;
  /** Parameters that were asked for before, secrets among them: in memory only. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Context key with the documents whose title bar offers to run them. */
const CONTEXT = 'ory.requestDocuments';

/** The documents in which bodies are written, each known until it is closed; those that outlive the window are known again. */
export class Drafts implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly drafts = new Map<string, Draft>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly files = new RequestFiles({
    load: (uri) => this.restore(uri),
    saved: (uri, text) => void this.keep(uri, text),
  });
  private readonly listeners: vscode.Disposable;
  private made = 0;
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly container: Container) {
    this.listeners = vscode.Disposable.from(
      this.changed,
      this.files,
      vscode.workspace.registerFileSystemProvider(REQUEST_SCHEME, this.files, { isCaseSensitive: true }),
      vscode.languages.registerCodeLensProvider({ scheme: REQUEST_SCHEME }, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) this.forgetClosed();
      }),
    );
  }

  /**
   * Opens a body to be written, or goes on with the one that is open for the operation.
   * @param content what a new one holds at first
   * @param fresh whether it gets a document of its own in any case
   */
  async open(draft: Draft, operation: Operation, content: string, fresh: boolean): Promise<void> {
    const open = fresh ? undefined : this.openFor(draft.connection, draft.operation);
    const uri = open ?? this.newUri(draft, operation);
    if (!this.drafts.has(uri.toString())) this.files.create(uri, content);
    this.know(uri, draft, operation);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
  }

  of(uri: vscode.Uri): Draft | undefined {
    return this.drafts.get(uri.toString());
  }

  /** Where the body of an operation is being written for a connection. */
  openFor(connection: string, operation: string): vscode.Uri | undefined {
    const found = [...this.drafts].find(
      ([, draft]) => draft.connection === connection && draft.operation === operation,
    );
    return found && vscode.Uri.parse(found[0]);
  }

  /** Other values go with a body from now on. */
  setValues(uri: vscode.Uri, values: Draft['values']): void {
    const draft = this.of(uri);
    if (draft) this.drafts.set(uri.toString(), { ...draft, values });
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const draft = this.of(uri);
    if (!draft) return [];
    const title = vscode.l10n.t(
      '$(play) Run {0} on {1}…',
      draft.operation,
      withoutIcons(draft.connectionName),
    );
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), link('sendOperation', title, uri))];
  }

  dispose(): void {
    this.drafts.clear();
    this.listeners.dispose();
  }

  private newUri({ connection, operation: id }: Draft, operation: Operation): vscode.Uri {
    this.made = Math.max(this.made + 1, Date.now());
    const ending = operation.body?.contentType === 'application/json' ? 'json' : 'ts';
    const path = `/${this.made}/${id}.${ending}`;
    return vscode.Uri.from({ scheme: REQUEST_SCHEME, authority: connection, path });
  }

  private know(uri: vscode.Uri, draft: Draft, operation: Operation): void {
    this.drafts.set(uri.toString(), draft);
    const { connection, operation: id } = draft;
    if (operation.body?.contentType === 'application/json')
      this.container.associations.set(uri, { of: 'operation', connection, operation: id });
    this.announce();
  }

  /** A body that was open when the window was reloaded begins as it was last saved or sent. */
  private restore(uri: vscode.Uri): string | undefined {
    const { connection: id = '', operation: name } = parseRequestUri(uri) ?? {};
    const operation = CATALOGUE.find((one) => one.id === name);
    const connection = this.container.connections.byId(id);
    if (!operation?.body || !connection) return undefined;
    const { values, body } = lastInput(this.container.context.workspaceState, id, operation.id);
    const draft = { operation: operation.id, connection: id, connectionName: connection.name, values };
    this.know(uri, draft, operation);
    return body ?? bodyTemplate(operation.id);
  }

  /** What was saved is what the operation begins with the next time, its secrets masked. */
  private async keep(uri: vscode.Uri, body: string): Promise<void> {
    const draft = this.of(uri);
    const operation = CATALOGUE.find(({ id }) => id === draft?.operation);
    // What can't be read can't be masked: it stays in memory.
    if (!draft || !operation || maskedBody(operation, body) === undefined) return;
    const input = { values: draft.values, body };
    const { context, redactor } = this.container;
    await remember(context.workspaceState, draft.connection, operation, input, redactor);
  }

  private forgetClosed(): void {
    const open = new Set(
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
    );
    const gone = [...this.drafts.keys()].filter((key) => !open.has(key)).map((key) => vscode.Uri.parse(key));
    for (const uri of gone) {
      this.drafts.delete(uri.toString());
      this.files.forget(uri);
      this.container.associations.delete(uri);
    }
    if (gone.length > 0) this.announce();
  }

  private announce(): void {
    this.changed.fire();
    void vscode.commands.executeCommand('setContext', CONTEXT, [...this.drafts.keys()]);
  }
}
