import * as vscode from 'vscode';
import type { Marks } from '../../../editor/marks.ts';
import { type AskedText, askedText } from './asked-text.ts';
import type { Followed } from './followed.ts';
import { fromCompletion, fromDiagnostic, fromHover } from './yaml-words.ts';
import type { YamlThread } from './yaml-thread.ts';

/** The languages of files that hold YAML. */
export const LANGUAGES: readonly string[] = ['yaml', 'helm', 'dockercompose'];
/** Milliseconds without typing after which a text is looked at. */
const PAUSE = 300;

/** The language service of YAML, with the schemas that documents follow. */
export interface YamlSupport {
  readonly service: YamlThread;
  /** What is served of a document, and by which schema. */
  followedBy(document: vscode.TextDocument): readonly Followed[];
}

/** Completion, hover and marks for YAML documents that follow a schema of ours. */
export class YamlEditing implements vscode.CompletionItemProvider, vscode.HoverProvider, vscode.Disposable {
  /** Documents that are being looked at. */
  private readonly looking = new Set<string>();
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly support: YamlSupport,
    private readonly marks: Marks,
    selector: vscode.DocumentSelector,
  ) {
    this.listeners = vscode.Disposable.from(
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
    at: vscode.Position,
  ): Promise<vscode.CompletionList | undefined> {
    const asked = this.askedAt(document, at);
    if (!asked) return undefined;
    const question = { text: asked.text, position: asked.toText(at) };
    const { items, isIncomplete } = await this.support.service.ask('complete', question);
    return new vscode.CompletionList(
      items.map((item) => fromCompletion(item, asked.toDocument)),
      isIncomplete,
    );
  }

  async provideHover(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.Hover | undefined> {
    const asked = this.askedAt(document, at);
    if (!asked) return undefined;
    const hover = await this.support.service.ask('hover', { text: asked.text, position: asked.toText(at) });
    return hover ? fromHover(hover, asked.toDocument) : undefined;
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
    // What was a file of ours may be another by now.
    if (!LANGUAGES.includes(document.languageId) || document.isClosed) return;
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
    const { version } = document;
    const followed = this.support.followedBy(document);
    if (followed.length === 0) {
      this.marks.set(document.uri, 'schema');
      return;
    }
    const length = lengthOf(document);
    const texts = followed.map((each) => askedText(document, each, length));
    if (texts.some((text) => text === undefined)) {
      this.marks.set(document.uri, 'schema', [tooLarge()]);
      return;
    }
    this.looking.add(key);
    try {
      const marks: vscode.Diagnostic[] = [];
      for (const text of texts) if (text) marks.push(...(await this.marksIn(text)));
      // What is closed is forgotten.
      if (!vscode.workspace.textDocuments.includes(document) || document.version !== version) return;
      this.marks.set(document.uri, 'schema', marks);
    } catch {
      // Where the service can't say, nothing is marked: a save checks the document all the same.
      this.marks.set(document.uri, 'schema');
    } finally {
      this.looking.delete(key);
    }
  }

  private async marksIn({ text, toDocument, isOfOthers }: AskedText): Promise<readonly vscode.Diagnostic[]> {
    const problems = await this.support.service.ask('problems', { text });
    return problems
      .filter((problem) => !isOfOthers(problem))
      .map((problem) => fromDiagnostic({ ...problem, range: toDocument(problem.range) }));
  }

  /** What is to be looked at for a place; undefined where the document follows nothing there, or is too large. */
  private askedAt(document: vscode.TextDocument, { line }: vscode.Position): AskedText | undefined {
    const followed = this.support
      .followedBy(document)
      .find(({ lines }) => !lines || lines.whole || (line >= lines.first && line <= lines.last));
    return followed && askedText(document, followed, lengthOf(document));
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.pauses.get(uri.toString()));
    this.pauses.delete(uri.toString());
    this.marks.set(uri, 'schema');
    this.support.service.close(uri.toString());
  }
}

const lengthOf = (document: vscode.TextDocument): number =>
  document.offsetAt(new vscode.Position(document.lineCount, 0));

function tooLarge(): vscode.Diagnostic {
  const note = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 1),
    vscode.l10n.t(
      'This document is too large to be checked while it is edited: it is checked when it is saved.',
    ),
    vscode.DiagnosticSeverity.Information,
  );
  note.source = 'Ory';
  return note;
}
