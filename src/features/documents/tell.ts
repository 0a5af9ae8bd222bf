import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { withoutLinks } from '../../editor/text.ts';
import type { Kept } from '../../saving/plan.ts';

const SHOWN_MS = 6000;

/** A line in the status bar, for a while. */
export function tellLine(text: string): void {
  vscode.window.setStatusBarMessage(text, SHOWN_MS);
}

/** A saved document is a line in the status bar; it also says where the server kept something else than was sent. */
export function tellKept({ name }: Connection, { otherwise, besides }: Kept): void {
  const parts = [
    otherwise.length > 0 ? `; the server keeps another ${otherwise.map(plain).join(', ')}` : '',
    besides.length > 0 ? `; the server also changed ${besides.map(plain).join(', ')}` : '',
  ];
  tellLine(`$(check) Saved to ${plain(name)}${parts.join('')}`);
}

/** A save that had nothing to write. */
export function tellUnchanged({ name }: Connection): void {
  tellLine(`$(check) Nothing to save to ${plain(name)}`);
}

/** What the API warned of, once; it was saved all the same. */
export function tellWarnings({ name }: Connection, warnings: readonly string[]): void {
  const said = warningOf(name, warnings);
  if (said !== undefined) void vscode.window.showWarningMessage(said);
}

/** Warnings as one sentence, or undefined where there are none. */
export function warningOf(connection: string, warnings: readonly string[]): string | undefined {
  const said = warnings.filter(Boolean);
  return said.length > 0 ? withoutLinks(`Saved to ${connection}, which warns: ${said.join(' ')}`) : undefined;
}

/** Text of a server or a person must not become an icon. */
export const plain = (text: string): string => text.replaceAll('$(', '$\u200b(');
