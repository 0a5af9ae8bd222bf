import * as vscode from 'vscode';
import type { Fact } from '../../kinds/row.ts';
import { oneLine } from '../../editor/text.ts';

/** A tooltip of facts. Nothing in a server's text becomes a link, an icon or markup. */
export function factsTooltip(title: string, facts: readonly Fact[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**');
  appendPlain(tooltip, title);
  tooltip.appendMarkdown('**\n\n');
  for (const { name, value } of facts) {
    tooltip.appendMarkdown('\n- ');
    appendPlain(tooltip, name);
    tooltip.appendMarkdown(': ');
    appendPlain(tooltip, value);
  }
  return tooltip;
}

/** Addresses would become links even in escaped text; as code they stay text. */
function appendPlain(tooltip: vscode.MarkdownString, text: string): void {
  const line = oneLine(text);
  if (!/@|:\/\/|www\./i.test(line)) {
    tooltip.appendText(line);
    return;
  }
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  tooltip.appendMarkdown(`${fence}${pad}${line}${pad}${fence}`);
}
