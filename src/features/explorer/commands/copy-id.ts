import * as vscode from 'vscode';
import type { Explorer } from '../explorer.ts';
import { type RowArgument, rowsOf } from '../rows-of.ts';

/** Copies the ids of the chosen rows, one a line. */
export async function run(explorer: Explorer, first: RowArgument, selected?: unknown): Promise<void> {
  const ids = rowsOf(explorer, first, selected).flatMap(({ copied, ref }) => copied ?? ref?.id ?? []);
  if (ids.length === 0) return;
  await vscode.env.clipboard.writeText(ids.join('\n'));
  const what = ids.length === 1 ? 'Copied' : vscode.l10n.t('Copied {0} ids', ids.length);
  vscode.window.setStatusBarMessage(what, 3000);
}
