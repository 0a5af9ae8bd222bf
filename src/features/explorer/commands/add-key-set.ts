import * as vscode from 'vscode';
import type { Explorer } from '../explorer.ts';
import { KnownNames } from '../known-names.ts';
import { keySetListing } from '../../../kinds/key-set/listing.ts';
import { reveal } from '../reveal.ts';
import { withoutLinks } from '../../../editor/text.ts';

/**
 * Shows a key set in the Keys view and remembers it for the connection.
 * @param given its name; without it one is asked
 */
export async function run(explorer: Explorer, given?: unknown): Promise<void> {
  const { container, keys } = explorer;
  const connection = container.connections.active;
  if (!connection) return;
  const names = new KnownNames(container.context.globalState, keySetListing);
  const set =
    typeof given === 'string'
      ? given
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('Show Key Set by Name'),
          prompt: withoutLinks(
            vscode.l10n.t('Hydra can’t list its key sets. The name is remembered for {0}.', connection.name),
          ),
          placeHolder: vscode.l10n.t('Name of the set'),
          validateInput: (text) =>
            names.of(connection).includes(text.trim())
              ? vscode.l10n.t('This set is shown already.')
              : undefined,
        });
  if (!set?.trim()) return;
  await names.remember(connection, set.trim());
  keys.provider.refresh();
  await reveal(explorer, { connection: connection.id, kind: 'keys', id: set.trim() });
}
