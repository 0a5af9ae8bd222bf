import * as l10n from '@vscode/l10n';
import type { Actions } from '../command-host.ts';
import { chooseMessage, showMessage } from './message.ts';

/** Shows a message of the courier, read-only; its text is masked. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const chosen = await chooseMessage(actions, args, l10n.t('Open Message'));
  if (chosen) await showMessage(actions, chosen, false);
}
