import * as vscode from 'vscode';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { type Complaint, complaintsOf } from '../../saving/complaints.ts';
import { parsed } from '../../saving/forms/form.ts';
import { formOf } from '../../saving/forms/form-of.ts';
import { stretchesIn } from '../../saving/places.ts';
import { CONFLICT, conflictFixes } from './conflict-fixes.ts';

/** Marks what a save was refused for, at its place; an edit or the next save takes the marks away. */
export class Problems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ory');
  private readonly listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.clear(document.uri);
  });

  private readonly fixes = conflictFixes();

  constructor(private readonly redactor: Redactor) {}

  /** Marks what a save was refused for. @param text what was to be saved */
  async show(uri: vscode.Uri, text: string, error: unknown): Promise<void> {
    await this.mark(uri, text, (document) => complaintsOf(error, document));
  }

  /** Marks what both sides changed. @param text what was to be saved */
  async showConflict(uri: vscode.Uri, text: string, complaints: readonly Complaint[]): Promise<void> {
    await this.mark(uri, text, () => complaints, CONFLICT);
  }

  private async mark(
    uri: vscode.Uri,
    text: string,
    complain: (document: JsonNode | undefined) => readonly Complaint[],
    code?: string,
  ): Promise<void> {
    const form = await formOf(uri.path);
    const document = parsed(form, text);
    const lines = lineStarts(text);
    const stretchOf = stretchesIn(form, text, document);
    const marks = complain(document).map((complaint) => {
      const { offset, length } = stretchOf(complaint);
      const range = new vscode.Range(positionAt(lines, offset), positionAt(lines, offset + length));
      const severity = code ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
      const mark = new vscode.Diagnostic(range, this.redactor.text(complaint.message), severity);
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
