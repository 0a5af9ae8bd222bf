import * as vscode from 'vscode';

/** Rows carry such a URI only to be coloured; no file stands behind it. */
const SCHEME = 'ory-row';

/** A row that is not in use. */
export const DIMMED_URI = vscode.Uri.from({ scheme: SCHEME, path: '/dimmed' });

/** A row of a production connection. */
export const PRODUCTION_URI = vscode.Uri.from({ scheme: SCHEME, path: '/production' });

/** Colours rows. What a colour says stands in the row's words, too. */
export class RowDecorations implements vscode.FileDecorationProvider {
  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== SCHEME) return undefined;
    const color = uri.path === PRODUCTION_URI.path ? 'ory.production' : 'disabledForeground';
    return new vscode.FileDecoration(undefined, undefined, new vscode.ThemeColor(color));
  }
}
