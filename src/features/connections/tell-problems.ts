import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { withoutLinks } from '../../editor/text.ts';

/** Tells, once in a window, which entries of the settings can't be used. */
export function tellProblems({ connections }: Container): vscode.Disposable {
  let told = false;
  const look = () => {
    const { problems } = connections;
    const [first] = problems;
    if (told || !first) return;
    told = true;
    const more = problems.length > 1 ? vscode.l10n.t(' (and {0} more)', problems.length - 1) : '';
    const open = vscode.l10n.t('Open Settings');
    const whose =
      first.scope === 'user' ? vscode.l10n.t('Your settings') : vscode.l10n.t('The workspace’s settings');
    void vscode.window
      .showWarningMessage(
        withoutLinks(
          vscode.l10n.t('{0} hold a connection that can’t be used: {1}{2}.', whose, first.message, more),
        ),
        open,
      )
      .then((chosen) => {
        if (chosen !== open) return;
        const command = first.scope === 'user' ? 'openSettingsJson' : 'openWorkspaceSettingsFile';
        void vscode.commands.executeCommand(`workbench.action.${command}`, {
          revealSetting: { key: 'ory.connections' },
        });
      });
  };
  // Not while the extension starts.
  const timer = setTimeout(look, 0);
  return vscode.Disposable.from(connections.onDidChange(look), { dispose: () => clearTimeout(timer) });
}
