import * as vscode from 'vscode';
import { withoutIcons } from '../../editor/text.ts';
import type { Kind } from '../../kinds/kind.ts';

/** Where the configuration files of self-hosted servers are looked for. */
const CONFIGURATIONS = '**/*{kratos,hydra,keto}*.{yml,yaml,json}';
const AT_MOST = 50;

interface Item extends vscode.QuickPickItem {
  readonly file?: vscode.Uri;
}

/** Asks for a file of JSON or YAML; for a project's configuration those of the workspace are offered. */
export async function pickFile(title: string, kind: Kind): Promise<vscode.Uri | undefined> {
  const found = kind.id === 'projects' ? await configurations() : [];
  if (found.length > 0) {
    const items: Item[] = [
      ...found.map((file) => ({ label: withoutIcons(vscode.workspace.asRelativePath(file)), file })),
      { label: vscode.l10n.t('$(folder-opened) Another file…') },
    ];
    const chosen = await vscode.window.showQuickPick(items, {
      title,
      placeHolder: vscode.l10n.t('A configuration file'),
    });
    if (!chosen) return undefined;
    if (chosen.file) return chosen.file;
  }
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: 'Compare',
    filters: { 'JSON and YAML': ['json', 'yaml', 'yml'] },
  });
  return chosen?.[0];
}

const configurations = (): Thenable<vscode.Uri[]> =>
  vscode.workspace.findFiles(CONFIGURATIONS, '**/node_modules/**', AT_MOST);
