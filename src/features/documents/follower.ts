import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type DocumentRef, parseDocumentUri, SCHEME } from '../../editor/document-uri.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { Entries, ReadVersion } from './entries.ts';
import { type Ending, endingOf } from '../../saving/forms/endings.ts';
import { concerns } from './concerns.ts';
import { tabsOf } from './tabs.ts';
import { placeOf } from './source.ts';

/** Scheme of the server's copy in the editor's own comparison after a conflict; its query names the scheme of the file. */
const COMPARISON = 'conflictResolution';

/** Keeps what is known of documents in step with the editors that show them, and with what this window does. */
export class Follower implements vscode.Disposable {
  private readonly listeners: vscode.Disposable[];

  constructor(
    private readonly container: Container,
    private readonly entries: Entries,
    private readonly fire: (uri: vscode.Uri) => void,
  ) {
    const ours = (listen: (uri: vscode.Uri) => unknown) => (document: vscode.TextDocument) => {
      if (document.uri.scheme === SCHEME) listen(document.uri);
    };
    const compared = (document: vscode.TextDocument) => void this.compared(document);
    const adopt = ours((uri) => this.adopt(uri));
    this.listeners = [
      vscode.workspace.onDidOpenTextDocument(adopt),
      vscode.workspace.onDidOpenTextDocument(compared),
      vscode.workspace.onDidChangeTextDocument(({ document }) => compared(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => adopt(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.remember(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.remember(document)),
      vscode.workspace.onDidSaveTextDocument(ours((uri) => this.entries.of(uri).finish())),
      vscode.workspace.onDidCloseTextDocument(ours((uri) => this.closed(uri))),
      container.changes.onDidChange((change) => this.changed(change)),
      // Read-only is a matter of the connection: the editor asks again when it is told of a change.
      container.connections.onDidChange(() => {
        for (const uri of this.entries.uris()) {
          this.fire(uri);
          if (this.isProduction(uri)) this.entries.forget(uri);
        }
      }),
    ];
  }

  /**
   * An editor that is unchanged and shows what was read last derives from it. Anybody can read a document, and a
   * comparison does; only this tells that it was the editor.
   */
  adopt(uri: vscode.Uri): void {
    const entry = this.entries.of(uri);
    const document = openDocument(uri);
    const ref = parseDocumentUri(uri);
    if (!document || document.isDirty || !entry.lastRead || !ref) return;
    if (entry.base?.server === entry.lastRead && entry.base.shown === entry.lastRead.masked) return;
    if (document.getText().replaceAll('\r\n', '\n') !== entry.lastRead.text) return;
    const kind = KINDS[ref.kind];
    const base = { server: entry.lastRead, shown: entry.lastRead.masked };
    this.entries.rebase(uri, kind, base, placeOf(this.container, ref));
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }

  /**
   * The editor's comparison shows the server's copy: this is the version that a person may overwrite now. Anybody can
   * read a document while a conflict stands; only this was seen.
   */
  private async compared(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    if (uri.scheme !== COMPARISON || !uri.query.includes(`"scheme":"${SCHEME}"`)) return;
    const entry = this.entries.of(uri.with({ scheme: SCHEME, query: '' }));
    const { attempt, reported, lastRead: handed } = entry;
    if (!attempt || !reported || !handed) return;
    // Where somebody else has read another version since, what was reported before stays what is known.
    const isShown = await this.stands(handed, endingOf(uri.path), document.getText());
    if (isShown && entry.attempt === attempt && entry.reported) attempt.compared = handed;
  }

  /** Whether a text is what a version is written as. */
  private async stands(
    { masked, text: written }: ReadVersion,
    ending: Ending,
    text: string,
  ): Promise<boolean> {
    if (text.replaceAll('\r\n', '\n') === written) return true;
    const { work } = this.container;
    const shown = await work.run('edited', { ending, text }).catch(() => undefined);
    return shown !== undefined && work.run('equal', { one: masked, other: shown });
  }

  /**
   * Hot exit keeps a text with changes: what it derives from is kept beside it, for as long. Of production nothing but
   * a fingerprint is.
   */
  private remember({ uri, isDirty }: vscode.TextDocument): void {
    const ref = parseDocumentUri(uri);
    // Of a text that hot exit brought back, what is on disk is all that is known.
    if (!ref || !this.entries.of(uri).base) return;
    if (!isDirty) this.entries.forget(uri);
    else if (!this.isProduction(uri)) this.entries.remember(uri, KINDS[ref.kind]).catch(this.unkept);
  }

  private readonly unkept = (error: unknown): void => {
    const said = this.container.redactor.text(String(error));
    this.container.log.warn(`What a changed document derives from could not be kept: ${said}`);
  };

  private isProduction({ authority }: vscode.Uri): boolean {
    return this.container.connections.byId(authority)?.production === true;
  }

  /** A change of language closes a document too, and opens it again at once. */
  private closed(uri: vscode.Uri): void {
    setTimeout(() => {
      if (!openDocument(uri)) this.entries.drop(uri);
    }, 0);
  }

  private changed(change: ResourceChange): void {
    const { connection, kind, id } = change;
    if (change.what === 'deleted' && id !== undefined) void closeClean({ connection, kind, id });
    if (change.what !== 'saved') return;
    for (const uri of this.entries.uris()) {
      const ref = parseDocumentUri(uri);
      const entry = this.entries.of(uri);
      // A save by its own editor has read back what the server keeps; others make an unchanged editor read again.
      if (!ref || !concerns(change, ref) || entry.attempt?.outcome === 'open' || !entry.reportedStat)
        continue;
      entry.prefetched = undefined;
      entry.reportedStat = { ...entry.reportedStat, mtime: entry.reportedStat.mtime + 1 };
      this.fire(uri);
    }
  }
}

/** Editors of a resource that is gone are closed; those that hold changes stay, so that nothing is lost. */
async function closeClean(gone: DocumentRef): Promise<void> {
  const clean = tabsOf(gone).filter((tab) => !tab.isDirty);
  if (clean.length > 0) await vscode.window.tabGroups.close([...clean], true);
}

const openDocument = (uri: vscode.Uri) =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
