import * as vscode from 'vscode';
import type { SchemaAssociations } from '../../editor/schemas/schema-associations.ts';

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

/** The documents in which bodies are written, each known until it is closed. */
export class Drafts implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly drafts = new Map<string, Draft>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly schemas: SchemaAssociations) {
    this.listeners = vscode.Disposable.from(
      this.changed,
      vscode.languages.registerCodeLensProvider({ scheme: 'untitled' }, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) this.forgetClosed();
      }),
    );
  }

  /** Opens a body to be written. */
  async open(draft: Draft, language: string, content: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language, content });
    this.drafts.set(document.uri.toString(), draft);
    const { connection, operation } = draft;
    if (language === 'json') this.schemas.set(document.uri, { of: 'operation', connection, operation });
    this.announce();
    await vscode.window.showTextDocument(document, { preview: false });
  }

  of(uri: vscode.Uri): Draft | undefined {
    return this.drafts.get(uri.toString());
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const draft = this.of(uri);
    if (!draft) return [];
    const title = `$(play) Run ${draft.operation} on ${draft.connectionName.replaceAll('$(', '$\u200b(')}…`;
    return [
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
        title,
        command: 'ory.sendOperation',
        arguments: [uri],
      }),
    ];
  }

  dispose(): void {
    this.drafts.clear();
    this.listeners.dispose();
  }

  private forgetClosed(): void {
    const open = new Set(
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
    );
    const gone = [...this.drafts.keys()].filter((key) => !open.has(key));
    for (const key of gone) {
      this.drafts.delete(key);
      this.schemas.delete(vscode.Uri.parse(key));
    }
    if (gone.length > 0) this.announce();
  }

  private announce(): void {
    this.changed.fire();
    void vscode.commands.executeCommand('setContext', CONTEXT, [...this.drafts.keys()]);
  }
}
