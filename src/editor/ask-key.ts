import * as vscode from 'vscode';
import { withoutLinks } from './text.ts';

const algorithms: readonly vscode.QuickPickItem[] = [
  { label: 'RS256', description: vscode.l10n.t('RSA, what most clients understand') },
  { label: 'ES256', description: vscode.l10n.t('P-256, short and fast') },
  { label: 'EdDSA', description: 'Ed25519' },
  { label: 'RS384' },
  { label: 'RS512' },
  { label: 'PS256' },
  { label: 'PS384' },
  { label: 'PS512' },
  { label: 'ES384' },
  { label: 'ES512' },
];

const uses: readonly (vscode.QuickPickItem & { readonly use: string })[] = [
  { label: vscode.l10n.t('Signatures'), description: vscode.l10n.t('use: sig'), use: 'sig' },
  { label: vscode.l10n.t('Encryption'), description: vscode.l10n.t('use: enc'), use: 'enc' },
];

/** What a server is told to generate; without an id it chooses one. */
export interface NewKey {
  readonly alg: string;
  readonly use: string;
  readonly kid?: string;
}

/**
 * Asks which key is to be generated.
 * @param remark what stands before each question: that the set is there already
 */
export async function askKey(title: string, remark = ''): Promise<NewKey | undefined> {
  const algorithm = await vscode.window.showQuickPick(algorithms, {
    title,
    placeHolder: vscode.l10n.t('{0}Algorithm of the key', remark),
  });
  if (!algorithm) return undefined;
  const use = await vscode.window.showQuickPick(uses, {
    title,
    placeHolder: vscode.l10n.t('{0}What the key is for', remark),
    ignoreFocusOut: true,
  });
  if (!use) return undefined;
  const kid = await vscode.window.showInputBox({
    title,
    prompt: withoutLinks(vscode.l10n.t('{0}Id of the key; empty: the server chooses one', remark)),
    ignoreFocusOut: true,
  });
  if (kid === undefined) return undefined;
  return { alg: algorithm.label, use: use.use, ...(kid ? { kid } : {}) };
}
