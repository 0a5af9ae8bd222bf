import * as vscode from 'vscode';
import { type Marks, marksIn } from '../../editor/marks.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import type { Answer, Asked } from '../../saving/work/jobs.ts';
import type { Work } from '../../saving/work/work.ts';
import { CONFLICT, conflictFixes } from './conflict-fixes.ts';

/** Marks what a save was refused for, at its place; an edit or the next save takes the marks away. */
export class Problems implements vscode.Disposable {
  private readonly listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.clear(document.uri);
  });

  private readonly fixes = conflictFixes();

  constructor(
    private readonly marks: Marks,
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
    const severity = code ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
    this.marks.set(uri, 'refusal', marksIn(text, placed, this.redactor, severity, code));
  }

  clear(uri: vscode.Uri): void {
    this.marks.set(uri, 'refusal');
  }

  dispose(): void {
    this.listener.dispose();
    this.fixes.dispose();
  }
}
