import * as vscode from 'vscode';
import { agoWords, timesIn } from '../../kinds/lenses/times.ts';

/** "3 days ago" behind each timestamp in sight. The editor's own setting for inlay hints turns them off. */
export function timeHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
  const hints: vscode.InlayHint[] = [];
  const last = Math.min(range.end.line, document.lineCount - 1);
  for (let at = range.start.line; at <= last; at++) hints.push(...hintsIn(document.lineAt(at)));
  return hints;
}

/** Characters of the longest line that is looked through: a hint at the end of a longer one is out of sight. */
const LONGEST = 100_000;

function hintsIn({ text, range }: vscode.TextLine): vscode.InlayHint[] {
  if (text.length > LONGEST) return [];
  return timesIn(text).map(({ at }) => {
    // Behind the quote and the comma, where nothing is typed.
    const hint = new vscode.InlayHint(range.end, agoWords(at));
    hint.paddingLeft = true;
    hint.tooltip = at.toLocaleString();
    return hint;
  });
}
