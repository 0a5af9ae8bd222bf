import * as vscode from 'vscode';
import { oneLine } from '../../../editor/text.ts';
import type { Actions } from '../command-host.ts';
import { chooseMessage, showMessage } from './message.ts';

const REVEAL = 'Reveal';

/** Shows a message of the courier with its text, after asking once. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const chosen = await chooseMessage(actions, args, vscode.l10n.t('Reveal Message Text'));
  if (!chosen) return;
  const { connection, name } = chosen;
  const answer = await vscode.window.showWarningMessage(
    name === undefined
      ? vscode.l10n.t('Reveal the text of this message from {0}?', connection.name)
      : vscode.l10n.t('Reveal the text of the message to {0} from {1}?', oneLine(name), connection.name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'It may hold a code or a link that opens the account. It is shown read-only and forgotten when its tab is closed.',
      ),
    },
    REVEAL,
  );
  if (answer === REVEAL) await showMessage(actions, chosen, true);
}
