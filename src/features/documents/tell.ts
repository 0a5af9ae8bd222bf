import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { withoutLinks } from '../../editor/text.ts';
import type { Saved } from '../../saving/saved.ts';
import { savedWords } from '../../saving/words.ts';

const SHOWN_MS = 6000;

/** A line in the status bar, for a while. */
export function tellLine(text: string): void {
  vscode.window.setStatusBarMessage(text, SHOWN_MS);
}

/** A saved document is a line in the status bar: with what it was merged, and what the server kept otherwise. */
export function tellSaved({ name }: Connection, saved: Saved): void {
  const { icon, words } = savedWords(name, saved);
  tellLine(`$(${icon}) ${plain(words)}`);
}

/** What the API warned of, once; it was saved all the same. */
export function tellWarnings({ name }: Connection, warnings: readonly string[]): void {
  const said = warningOf(name, warnings);
  if (said !== undefined) void vscode.window.showWarningMessage(said);
}

/** Warnings as one sentence, or undefined where there are none. */
export function warningOf(connection: string, warnings: readonly string[]): string | undefined {
  const said = warnings.filter(Boolean);
  return said.length > 0
    ? withoutLinks(vscode.l10n.t('Saved to {0}, which warns: {1}', connection, said.join(' ')))
    : undefined;
}

/** Text of a server or a person must not become an icon. */
export const plain = (text: string): string => text.replaceAll('$(', '$\u200b(');
