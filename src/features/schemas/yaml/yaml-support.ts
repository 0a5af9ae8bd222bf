import * as vscode from 'vscode';
import type { YamlService } from './yaml-service.ts';
import { fromCompletion, fromDiagnostic, fromHover, toPosition } from './yaml-words.ts';

/** Characters above which a text is not looked at: it would hold up everything else in this process for seconds. */
const AT_MOST = 100_000;
/** Milliseconds without typing after which a text is looked at. */
const PAUSE = 300;

/** The language service of YAML, with the schemas that documents follow. */
export interface YamlSupport {
  readonly service: YamlService;
  addressOf(uri: string): string | undefined;
}

/** Completion, hover and marks for YAML documents that follow a schema of ours. */
export class YamlEditing implements vscode.CompletionItemProvider, vscode.HoverProvider, vscode.Disposable {
  private readonly marks = vscode.languages.createDiagnosticCollection('ory-yaml');
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
    if (!this.follows(document)) return undefined;
    const { items, isIncomplete } = await this.support.service.complete(
      textOf(document),
      toPosition(position),
    );
    return new vscode.CompletionList(items.map(fromCompletion), isIncomplete);
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    if (!this.follows(document)) return undefined;
    const hover = await this.support.service.hover(textOf(document), toPosition(position));
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
    this.pauses.delete(document.uri.toString());
    if (document.isClosed) return;
    const { version } = document;
    if (!this.follows(document)) {
      this.marks.set(document.uri, [tooLarge()]);
      return;
    }
    const problems = await this.support.service.problems(textOf(document));
    // Typing goes on meanwhile; what is closed is forgotten.
    if (!vscode.workspace.textDocuments.includes(document) || document.version !== version) return;
    this.marks.set(document.uri, problems.map(fromDiagnostic));
  }

  /** Whether a document has a schema, and is small enough to be looked at. */
  private follows(document: vscode.TextDocument): boolean {
    if (this.support.addressOf(document.uri.toString()) === undefined) return false;
    return document.offsetAt(new vscode.Position(document.lineCount, 0)) <= AT_MOST;
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.pauses.get(uri.toString()));
    this.pauses.delete(uri.toString());
    this.marks.delete(uri);
    this.support.service.close();
  }
}

const textOf = (document: vscode.TextDocument) => ({
  uri: document.uri.toString(),
  version: document.version,
  text: document.getText(),
});

function tooLarge(): vscode.Diagnostic {
  const note = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 1),
    'This document is too large to be checked while it is edited: it is checked when it is saved.',
    vscode.DiagnosticSeverity.Information,
  );
  note.source = 'Ory';
  return note;
}
