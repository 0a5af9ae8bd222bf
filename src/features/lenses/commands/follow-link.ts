import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import type { LinkTargets } from '../link-targets.ts';

/** Opens what a link leads to. The link holds a number; what that stands for is known here alone. */
export async function run(targets: LinkTargets, link: unknown): Promise<void> {
  const number = typeof link === 'object' && link !== null && 'link' in link ? link.link : undefined;
  const ref = targets.of(number);
  if (ref) await ory.openDocument(ref);
  else
    void vscode.window.showWarningMessage(
      vscode.l10n.t('This link is out of date. Reopen its document and try again.'),
    );
}
