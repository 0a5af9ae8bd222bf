import * as vscode from 'vscode';
import { type DocumentRef, documentUri } from '../../editor/document-uri.ts';

/** Scheme of the read-only documents that show secrets. The editor never writes such documents to disk. */
export const SECRET_SCHEME = 'ory-secret';

/** What stands there after a reload of the window, when the content is gone. */
const NOTE = `${JSON.stringify({ note: 'Secrets are forgotten when the window reloads. Run “Ory: Reveal Secrets” again to see them.' }, null, 2)}\n`;

/** Texts with secrets, in memory, each until its tab is closed. */
export class SecretDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly listeners: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor() {
    this.listeners = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SECRET_SCHEME, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) this.forgetUnshown();
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? NOTE;
  }

  /** Shows a text with secrets, read-only, for as long as its tab is open. */
  async show(ref: DocumentRef, name: string, text: string): Promise<void> {
    const uri = documentUri(ref, `${name} (secrets)`).with({ scheme: SECRET_SCHEME });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: false });
  }

  dispose(): void {
    this.texts.clear();
    this.listeners.dispose();
    this.changed.dispose();
  }

  private forgetUnshown(): void {
    const shown = new Set(
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
    );
    for (const key of [...this.texts.keys()].filter((known) => !shown.has(known))) {
      this.texts.delete(key);
      // The editor may keep a closed document in memory for a while: it gets the note instead.
      this.changed.fire(vscode.Uri.parse(key));
    }
  }
}
