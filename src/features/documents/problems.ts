import * as vscode from 'vscode';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { complaintsOf } from '../../saving/complaints.ts';
import { parsed } from '../../saving/forms/form.ts';
import { formOf } from '../../saving/forms/form-of.ts';
import { stretchOf } from '../../saving/places.ts';

/** Marks what a save was refused for, at its place; an edit or the next save takes the marks away. */
export class Problems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ory');
  private readonly listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.clear(document.uri);
  });

  constructor(private readonly redactor: Redactor) {}

  /** @param text what was to be saved */
  async show(uri: vscode.Uri, text: string, error: unknown): Promise<void> {
    const form = await formOf(uri.path);
    const document = parsed(form, text);
    const marks = complaintsOf(error, document).map((complaint) => {
      const { offset, length } = stretchOf(form, text, document, complaint);
      const range = new vscode.Range(positionAt(text, offset), positionAt(text, offset + length));
      const mark = new vscode.Diagnostic(range, this.redactor.text(complaint.message));
      mark.source = 'Ory';
      return mark;
    });
    this.collection.set(uri, marks);
  }

  clear(uri: vscode.Uri): void {
    this.collection.delete(uri);
  }

  dispose(): void {
    this.listener.dispose();
    this.collection.dispose();
  }
}

function positionAt(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0);
}
