import * as vscode from 'vscode';
import { focusView } from '../../../editor/focus-view.ts';
import type { Explorer } from '../explorer.ts';

/**
 * Narrows the Identities view to those whom a text finds at the server.
 * @param given what to look for; without it one is asked
 */
export async function run(explorer: Explorer, given?: unknown): Promise<void> {
  const { identities } = explorer;
  const { filter } = identities;
  const text =
    typeof given === 'string'
      ? given
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('Find Identity'),
          prompt: vscode.l10n.t(
            'Searches at the server: exact login name first, then what resembles it. Nothing clears the filter.',
          ),
          placeHolder: vscode.l10n.t('E-mail, user name, phone, id or external id'),
          ...(filter?.by === 'identifier' ? { value: filter.text } : {}),
        });
  if (text === undefined) return;
  const wanted = text.trim();
  identities.setFilter(wanted ? { by: 'identifier', text: wanted } : undefined);
  await focusView('ory.identities');
}
