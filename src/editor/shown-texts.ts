import * as vscode from 'vscode';

/** Read-only texts in memory, each until its tab is closed. The editor never writes such documents to disk. */
export class ShownTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly listeners: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  /** @param note what stands there after a reload of the window, when the text is gone */
  constructor(
    readonly scheme: string,
    private readonly note: string,
  ) {
    this.listeners = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) this.forgetUnshown();
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? this.note;
  }

  /** Whether a text is open, and was shown since the window was loaded. */
  isShown(uri: vscode.Uri): boolean {
    return this.texts.has(uri.toString());
  }

  /**
   * Shows a text in a tab of its own for as long as that is open; an open one takes up the new text.
   * @param beside next to what is in front, which keeps the keyboard
   */
  async show(uri: vscode.Uri, text: string, beside = false): Promise<void> {
    this.put(uri, text);
    await vscode.window.showTextDocument(uri, {
      preview: false,
      ...(beside ? { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true } : {}),
    });
  }

  /** Replaces the text of an open tab, wherever that is. */
  put(uri: vscode.Uri, text: string): void {
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
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
        .flatMap(({ input }) => {
          if (input instanceof vscode.TabInputText) return [input.uri.toString()];
          if (input instanceof vscode.TabInputTextDiff) {
            return [input.original.toString(), input.modified.toString()];
          }
          return [];
        }),
    );
    for (const key of [...this.texts.keys()].filter((known) => !shown.has(known))) {
      this.texts.delete(key);
      // The editor may keep a closed document in memory for a while: it gets the note instead.
      this.changed.fire(vscode.Uri.parse(key));
    }
  }
}
