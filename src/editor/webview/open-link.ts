import * as vscode from 'vscode';
import { oneLine } from '../text.ts';

/** Opens an address from a view outside, if it is http(s); the editor asks first, unless its site is trusted. */
export async function openLink(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  if (uri.scheme === 'https' || uri.scheme === 'http') await vscode.env.openExternal(uri);
  else void vscode.window.showWarningMessage(`Not opened: ${oneLine(url)} is no address of the web.`);
}
