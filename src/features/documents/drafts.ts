import * as vscode from 'vscode';
import { placeholder } from '../../ory/secrets/placeholders.ts';
import { tabsOfUri } from './tabs.ts';

/**
 * Texts of new documents that the editor saved by itself: that creates nothing, and the text must not be lost while its
 * tab is open. In memory only, because such a text may hold a password.
 */
export class Drafts implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  /** Secrets that were entered for a document, by what stands for them in its text. */
  private readonly secrets = new Map<string, Map<string, string>>();
  private readonly listener = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (closed.length > 0) this.forgetClosed();
  });

  textOf(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString());
  }

  keep(uri: vscode.Uri, text: string): void {
    this.texts.set(uri.toString(), text);
  }

  /** Keeps a secret of a new document. @returns what stands for it in the text */
  hold(uri: vscode.Uri, secret: string): string {
    const held = this.secrets.get(uri.toString()) ?? new Map<string, string>();
    const stands = placeholder(held.size + 1);
    this.secrets.set(uri.toString(), held.set(stands, secret));
    return stands;
  }

  secretsOf(uri: vscode.Uri): ReadonlyMap<string, string> {
    return this.secrets.get(uri.toString()) ?? new Map();
  }

  drop(uri: vscode.Uri): void {
    this.texts.delete(uri.toString());
    this.secrets.delete(uri.toString());
  }

  dispose(): void {
    this.listener.dispose();
    this.texts.clear();
    this.secrets.clear();
  }

  private forgetClosed(): void {
    for (const key of new Set([...this.texts.keys(), ...this.secrets.keys()])) {
      const uri = vscode.Uri.parse(key);
      if (tabsOfUri(uri).length === 0) this.drop(uri);
    }
  }
}
