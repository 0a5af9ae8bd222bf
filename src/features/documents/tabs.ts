import * as vscode from 'vscode';
import { type DocumentRef, parseDocumentUri } from '../../editor/document-uri.ts';

/** The URI of the document in a tab, where it is one of ours. */
export function uriOfTab(tab: vscode.Tab): vscode.Uri | undefined {
  const uri = tab.input instanceof vscode.TabInputText ? tab.input.uri : undefined;
  return uri && parseDocumentUri(uri) ? uri : undefined;
}

/** The tabs of a resource's document. Its name does not count: it may have changed since the tab was opened. */
export function tabsOf(ref: DocumentRef): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => {
      const uri = uriOfTab(tab);
      const other = uri && parseDocumentUri(uri);
      return other && sameRef(other, ref);
    });
}

export const sameRef = (a: DocumentRef, b: DocumentRef): boolean =>
  a.connection === b.connection && a.kind === b.kind && a.id === b.id && a.isNew === b.isNew;

/** The tabs that show a document, beside others in a comparison or alone. */
export function tabsOfUri(uri: vscode.Uri): readonly vscode.Tab[] {
  const key = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
      return input instanceof vscode.TabInputTextDiff && input.modified.toString() === key;
    });
}

/** Opens a document in a tab's column and closes that tab, unless it holds changes. */
export async function replaceTab(old: vscode.Uri, now: vscode.Uri): Promise<void> {
  const find = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .find((tab) => uriOfTab(tab)?.toString() === old.toString());
  const column = find()?.group.viewColumn;
  await vscode.window.showTextDocument(now, { preview: false, ...(column ? { viewColumn: column } : {}) });
  const tab = find();
  if (tab && !tab.isDirty) await vscode.window.tabGroups.close(tab, true);
}
