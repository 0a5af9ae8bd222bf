import * as vscode from 'vscode';
import type { LinkTargets } from '../link-targets.ts';

const SHOWN_MS = 4000;

/** Copies something that a lens shows and that is no secret: a thumbprint, a public key. */
export async function run(_: LinkTargets, text?: unknown, what?: unknown): Promise<void> {
  if (typeof text !== 'string' || typeof what !== 'string') return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied the {0}', what), SHOWN_MS);
}
