import * as vscode from 'vscode';
import type { YamlText } from './messages.ts';
import { fromCompletion, fromDiagnostic, fromHover, toPosition } from './yaml-words.ts';
import type { YamlThread } from './yaml-thread.ts';

/** Characters above which a text is not looked at: it takes a second for each million, and ten times its memory. */
const AT_MOST = 10_000_000;
/** Milliseconds without typing after which a text is looked at. */
const PAUSE = 300;

/** The language service of YAML, with the schemas that documents follow. */
export interface YamlSupport {
  readonly service: YamlThread;
  addressOf(uri: string): string | undefined;
}

/** Completion, hover and marks for YAML documents that follow a schema of ours. */
export class YamlEditing implements vscode.CompletionItemProvider, vscode.HoverProvider, vscode.Disposable {
  private readonly marks = vscode.languages.createDiagnosticCollection('ory-yaml');
  /** Documents that are being looked at. */
  private readonly looking = new Set<string>();
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly support: YamlSupport,
    selector: vscode.DocumentSelector,
  ) {
    this.listeners = vscode.Disposable.from(
      this.marks,
      vscode.languages.registerCompletionItemProvider(selector, this, ' ', ':', '"'),
      vscode.languages.registerHoverProvider(selector, this),
      vscode.workspace.onDidOpenTextDocument((document) => this.check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.check(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
    );
    this.checkAll();
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionList | undefined> {
    const text = this.textOf(document);
    if (!text) return undefined;
    const asked = { text, position: toPosition(position) };
    const { items, isIncomplete } = await this.support.service.ask('complete', asked);
    return new vscode.CompletionList(items.map(fromCompletion), isIncomplete);
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const text = this.textOf(document);
    if (!text) return undefined;
    const hover = await this.support.service.ask('hover', { text, position: toPosition(position) });
    return hover ? fromHover(hover) : undefined;
  }

  /** Looks at all open documents again: a schema changed. */
  checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  dispose(): void {
    for (const pause of this.pauses.values()) clearTimeout(pause);
    this.listeners.dispose();
  }

  private check(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (document.languageId !== 'yaml' || this.support.addressOf(key) === undefined) return;
    clearTimeout(this.pauses.get(key));
    this.pauses.set(
      key,
      setTimeout(() => void this.mark(document), PAUSE),
    );
  }

  private async mark(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    this.pauses.delete(key);
    if (document.isClosed) return;
    // A large text is looked at for seconds: what was typed meanwhile is looked at when that is done.
    if (this.looking.has(key)) {
      this.check(document);
      return;
    }
    const text = this.textOf(document);
    if (!text) {
      this.marks.set(document.uri, [tooLarge()]);
      return;
    }
    this.looking.add(key);
    try {
      const problems = await this.support.service.ask('problems', { text });
      // What is closed is forgotten.
      if (!vscode.workspace.textDocuments.includes(document) || document.version !== text.version) return;
      this.marks.set(document.uri, problems.map(fromDiagnostic));
    } catch {
      // Where the service can't say, nothing is marked: a save checks the document all the same.
      this.marks.delete(document.uri);
    } finally {
      this.looking.delete(key);
    }
  }

  /** What is to be looked at; undefined where the document has no schema, or is too large. */
  private textOf(document: vscode.TextDocument): YamlText | undefined {
    const uri = document.uri.toString();
    const schema = this.support.addressOf(uri);
    const length = document.offsetAt(new vscode.Position(document.lineCount, 0));
    if (schema === undefined || length > AT_MOST) return undefined;
    return { uri, version: document.version, text: document.getText(), schema };
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.pauses.get(uri.toString()));
    this.pauses.delete(uri.toString());
    this.marks.delete(uri);
    this.support.service.close(uri.toString());
  }
}

function tooLarge(): vscode.Diagnostic {
  const note = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 1),
    'This document is too large to be checked while it is edited: it is checked when it is saved.',
    vscode.DiagnosticSeverity.Information,
  );
  note.source = 'Ory';
  return note;
}
