import * as vscode from 'vscode';
import { Webview, type WebviewHost } from './webview.ts';
import type { WebviewContent, WebviewKind } from './webview-kind.ts';

/**
 * Opens a view in a panel, where a document would open.
 * @param restored a panel that outlived a reload of the window; else a new one is made
 */
export function openWebview<Model, Message>(
  host: WebviewHost,
  kind: WebviewKind<Message>,
  content: WebviewContent<Model, Message>,
  restored?: vscode.WebviewPanel,
): Webview<Model, Message> {
  const panel =
    restored ?? vscode.window.createWebviewPanel(`ory.${kind.name}`, content.title, vscode.ViewColumn.Active);
  return new Webview(host, kind, content, panel);
}
