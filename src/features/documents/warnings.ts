import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { parseDocumentUri, SCHEME } from '../../editor/document-uri.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import { concerns } from './concerns.ts';

/** Marks what the server warned of when it took the last change, in the documents that show it, until the next one. */
export class Warnings implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ory-warnings');
  /** The last changes that were warned of. */
  private changes: readonly ResourceChange[] = [];
  private readonly listeners: vscode.Disposable;

  constructor(private readonly container: Container) {
    const mark = (document: vscode.TextDocument) => void this.mark(document);
    this.listeners = vscode.Disposable.from(
      container.changes.onDidChange((change) => this.follow(change)),
      vscode.workspace.onDidOpenTextDocument(mark),
      vscode.workspace.onDidChangeTextDocument(({ document }) => mark(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
    );
  }

  follow(change: ResourceChange): void {
    const { connection, kind, id } = change;
    if (change.what === 'created' || id === undefined) return;
    const ref = { connection, kind, id };
    const others = this.changes.filter((one) => !concerns(one, ref));
    if (others.length === this.changes.length && !change.warnings?.some(Boolean)) return;
    this.changes = change.warnings?.some(Boolean) ? [...others, change] : others;
    for (const document of vscode.workspace.textDocuments) void this.mark(document);
  }

  dispose(): void {
    this.listeners.dispose();
    this.collection.dispose();
  }

  private async mark(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const ref = uri.scheme === SCHEME ? parseDocumentUri(uri) : undefined;
    if (!ref) return;
    const found = this.changes.find((change) => concerns(change, ref));
    // What is being edited is no longer what was warned of.
    if (!found || document.isDirty) {
      this.collection.delete(uri);
      return;
    }
    const { version } = document;
    const text = { ending: endingOf(uri.path), text: document.getText() };
    const warned = await this.container.work.run('warned', { ...text, warnings: found.warnings ?? [] });
    if (document.version !== version) return;
    const marks = warned.map(({ message: said, stretch: { offset, length } }) => {
      const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
      const message = this.container.redactor.text(said);
      const mark = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
      mark.source = 'Ory';
      return mark;
    });
    this.collection.set(uri, marks);
  }
}
