import * as vscode from 'vscode';
import { agoWords, timesIn } from '../../resources/lenses/times.ts';

/** "3 days ago" behind each timestamp in sight. The editor's own setting for inlay hints turns them off. */
export function timeHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
  const whole = new vscode.Range(range.start.line, 0, range.end.line + 1, 0);
  const start = document.offsetAt(whole.start);
  return timesIn(document.getText(whole)).map(({ offset, length, at }) => {
    const end = document.positionAt(start + offset + length);
    // Behind the quote and the comma, where nothing is typed.
    const line = document.lineAt(end.line);
    const hint = new vscode.InlayHint(line.range.end, agoWords(at));
    hint.paddingLeft = true;
    hint.tooltip = at.toLocaleString();
    return hint;
  });
}
