import * as vscode from 'vscode';
import { withoutLinks } from './text.ts';

const algorithms: readonly vscode.QuickPickItem[] = [
  { label: 'RS256', description: 'RSA, what most clients understand' },
  { label: 'ES256', description: 'P-256, short and fast' },
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
  { label: 'Signatures', description: 'use: sig', use: 'sig' },
  { label: 'Encryption', description: 'use: enc', use: 'enc' },
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
    placeHolder: `${remark}Algorithm of the key`,
  });
  if (!algorithm) return undefined;
  const use = await vscode.window.showQuickPick(uses, {
    title,
    placeHolder: `${remark}What the key is for`,
    ignoreFocusOut: true,
  });
  if (!use) return undefined;
  const kid = await vscode.window.showInputBox({
    title,
    prompt: withoutLinks(`${remark}Id of the key; empty: the server chooses one`),
    ignoreFocusOut: true,
  });
  if (kid === undefined) return undefined;
  return { alg: algorithm.label, use: use.use, ...(kid ? { kid } : {}) };
}
