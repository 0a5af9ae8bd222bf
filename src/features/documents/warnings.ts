import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { parseDocumentUri, SCHEME } from '../../editor/document-uri.ts';
import { marksIn } from '../../editor/marks.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import { concerns } from './concerns.ts';

/** Marks what the server warned of when it took the last change, in the documents that show it, until the next one. */
export class Warnings implements vscode.Disposable {
  /** The last changes that were warned of. */
  private changes: readonly ResourceChange[] = [];
  private readonly listeners: vscode.Disposable;

  constructor(private readonly container: Container) {
    const mark = (document: vscode.TextDocument) => void this.mark(document);
    this.listeners = vscode.Disposable.from(
      container.changes.onDidChange((change) => this.follow(change)),
      vscode.workspace.onDidOpenTextDocument(mark),
      vscode.workspace.onDidChangeTextDocument(({ document }) => mark(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => container.marks.set(uri, 'warnings')),
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
  }

  private async mark(document: vscode.TextDocument): Promise<void> {
    const { container } = this;
    const { uri } = document;
    const ref = uri.scheme === SCHEME ? parseDocumentUri(uri) : undefined;
    if (!ref) return;
    const found = this.changes.find((change) => concerns(change, ref));
    // What is being edited is no longer what was warned of.
    if (!found || document.isDirty) {
      container.marks.set(uri, 'warnings');
      return;
    }
    const { version } = document;
    const text = { ending: endingOf(uri.path), text: document.getText() };
    const warned = await container.work.run('warned', { ...text, warnings: found.warnings ?? [] });
    if (document.version !== version) return;
    container.marks.set(uri, 'warnings', marksIn(text.text, warned, container.redactor));
  }
}
