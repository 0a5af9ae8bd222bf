import * as vscode from 'vscode';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import type { Answer, Asked } from '../../saving/work/jobs.ts';
import type { Work } from '../../saving/work/work.ts';
import { CONFLICT, conflictFixes } from './conflict-fixes.ts';

/** Marks what a save was refused for, at its place; an edit or the next save takes the marks away. */
export class Problems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ory');
  private readonly listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.clear(document.uri);
  });

  private readonly fixes = conflictFixes();

  constructor(
    private readonly redactor: Redactor,
    private readonly work: Work,
  ) {}

  /** Marks what a save was refused for. @param text what was to be saved */
  async show(uri: vscode.Uri, text: string, error: unknown): Promise<void> {
    const ending = endingOf(uri.path);
    this.mark(uri, text, await this.work.run('complaints', { ending, text, error }));
  }

  /** Marks what both sides changed. @param text what was to be saved */
  async showConflict(
    uri: vscode.Uri,
    text: string,
    conflict: Omit<Asked<'conflict'>, 'ending' | 'text'>,
  ): Promise<void> {
    const ending = endingOf(uri.path);
    this.mark(uri, text, await this.work.run('conflict', { ...conflict, ending, text }), CONFLICT);
  }

  private mark(uri: vscode.Uri, text: string, placed: Answer<'placed'>, code?: string): void {
    const lines = placed.length > 0 ? lineStarts(text) : [];
    const marks = placed.map(({ message, stretch: { offset, length } }) => {
      const range = new vscode.Range(positionAt(lines, offset), positionAt(lines, offset + length));
      const severity = code ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
      const mark = new vscode.Diagnostic(range, this.redactor.text(message), severity);
      mark.source = 'Ory';
      if (code) mark.code = code;
      return mark;
    });
    this.collection.set(uri, marks);
  }

  clear(uri: vscode.Uri): void {
    this.collection.delete(uri);
  }

  dispose(): void {
    this.listener.dispose();
    this.fixes.dispose();
    this.collection.dispose();
  }
}

/** Where each line of a text begins; worked out once for all marks. */
function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
}

function positionAt(lines: readonly number[], offset: number): vscode.Position {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return new vscode.Position(low, offset - (lines[low] ?? 0));
}
