import * as vscode from 'vscode';
import { tabsOfUri } from './tabs.ts';

/**
 * Texts of new documents that the editor saved by itself: that creates nothing, and the text must not be lost while its
 * tab is open. In memory only, because such a text may hold a password.
 */
export class Drafts implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly listener = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (closed.length > 0) this.forgetClosed();
  });

  textOf(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString());
  }

  keep(uri: vscode.Uri, text: string): void {
    this.texts.set(uri.toString(), text);
  }

  drop(uri: vscode.Uri): void {
    this.texts.delete(uri.toString());
  }

  dispose(): void {
    this.listener.dispose();
    this.texts.clear();
  }

  private forgetClosed(): void {
    for (const key of this.texts.keys()) {
      if (tabsOfUri(vscode.Uri.parse(key)).length === 0) this.texts.delete(key);
    }
  }
}
