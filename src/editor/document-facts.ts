import * as vscode from 'vscode';
import { documentsKey } from './commands/conditions.ts';
import type { Word } from './commands/words.ts';

/** Says what is true of an open document; nothing of one that nothing can be done with. */
export type FactTeller = (document: vscode.TextDocument) => readonly Word[] | Promise<readonly Word[]>;

/**
 * Tells the menus of editors and the palette what can be done with each document of ours that is open: for each word a
 * context key holds the documents of which it is true.
 */
export class DocumentFacts implements vscode.Disposable {
  private readonly tellers = new Map<string, FactTeller>();
  private readonly told = new Map<Word, readonly string[]>();
  private readonly listeners: vscode.Disposable;
  private telling: Promise<void> | undefined;
  private again = false;

  constructor() {
    const look = ({ uri }: vscode.TextDocument) => {
      if (this.tellers.has(uri.scheme)) this.refresh();
    };
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidCloseTextDocument(look),
      vscode.workspace.onDidSaveTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // What is being typed is nobody's state yet.
        if (!document.isDirty) look(document);
      }),
    );
  }

  /** What is said of the documents of a scheme, from now on. */
  tellOf(scheme: string, teller: FactTeller): void {
    this.tellers.set(scheme, teller);
    this.refresh();
  }

  /** Asks again what is true of each; soon, and once for all who ask meanwhile. */
  refresh(): void {
    if (this.telling) {
      this.again = true;
      return;
    }
    this.telling = this.tell().finally(() => {
      this.telling = undefined;
      if (!this.again) return;
      this.again = false;
      this.refresh();
    });
  }

  /** The documents of which a word is true, as the context keys have them. */
  get all(): ReadonlyMap<Word, readonly string[]> {
    return this.told;
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private async tell(): Promise<void> {
    const now = new Map<Word, string[]>();
    for (const document of vscode.workspace.textDocuments) {
      const words = await this.tellers.get(document.uri.scheme)?.(document);
      for (const word of new Set(words)) now.set(word, [...(now.get(word) ?? []), document.uri.toString()]);
    }
    for (const word of new Set([...this.told.keys(), ...now.keys()])) {
      const uris = now.get(word) ?? [];
      if (uris.join('\n') === this.told.get(word)?.join('\n')) continue;
      this.told.set(word, uris);
      void vscode.commands.executeCommand('setContext', documentsKey(word), uris);
    }
  }
}
