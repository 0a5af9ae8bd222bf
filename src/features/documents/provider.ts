import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { SCHEME } from '../../editor/document-uri.ts';
import type { Documents } from './documents.ts';

/**
 * The `ory:` file system: resources as JSON documents. Thin on purpose, because it is made when the extension starts;
 * what it does is in `documents.ts`, loaded on first use.
 */
export class OryFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly announced = new Map<string, boolean>();
  private readonly listeners: vscode.Disposable;
  private loading: Promise<Documents> | undefined;
  readonly onDidChangeFile = this.changed.event;

  constructor(private readonly container: Container) {
    // The editor announces a save, calls `stat`, then `writeFile`: only after this may `stat` ask the server.
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
        if (document.uri.scheme !== SCHEME) return;
        this.announced.set(document.uri.toString(), reason === vscode.TextDocumentSaveReason.Manual);
      }),
      // A patch that was applied elsewhere may be warned of before any document was open.
      container.changes.onDidChange((change) => {
        if (this.loading || !change.warnings?.some(Boolean)) return;
        void this.documents().then((documents) => documents.warn(change));
      }),
    );
  }

  /** What is behind it, loaded with the first call. */
  documents(): Promise<Documents> {
    this.loading ??= import('./documents.ts').then(
      ({ Documents }) =>
        new Documents(
          this.container,
          (uri) => {
            this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
          },
          (uri) => this.takeAnnouncement(uri),
        ),
    );
    return this.loading;
  }

  watch(): vscode.Disposable {
    // Servers tell nobody of changes: a save looks, and "Revert File" reads again.
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await this.documents()).stat(uri);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.documents()).readFile(uri);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await (await this.documents()).writeFile(uri, content);
  }

  /** Resources are listed by the views, which page; a file system can't. */
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Ory’s resources have no folders.'));
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions(
      vscode.l10n.t(
        'Nothing of Ory is deleted through the file system: the command “Ory: Delete…” asks first.',
      ),
    );
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('A resource of Ory can’t be renamed or moved.'));
  }

  dispose(): void {
    this.listeners.dispose();
    this.changed.dispose();
    void this.loading?.then((documents) => documents.dispose());
  }

  /** Whether a save was announced, and if so whether a person asked for it; once for each announcement. */
  private takeAnnouncement(uri: vscode.Uri): { readonly manual: boolean } | undefined {
    const key = uri.toString();
    const manual = this.announced.get(key);
    this.announced.delete(key);
    return manual === undefined ? undefined : { manual };
  }
}
