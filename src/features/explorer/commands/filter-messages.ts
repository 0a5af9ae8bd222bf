import * as vscode from 'vscode';
import { chooseResource } from '../../../editor/choose-resource.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import type { Listing, Narrowing } from '../../../kinds/listing.ts';
import { messageListing } from '../../../kinds/message/messages.ts';
import type { Explorer } from '../explorer.ts';
import { groupId } from '../nodes/group-node.ts';
import type { TreeNode } from '../tree-node.ts';

interface Choice extends vscode.QuickPickItem {
  readonly narrowing: Narrowing | undefined;
}

/** Narrows a list of a connection as its kind offers it, or shows all again; without a row the courier's messages. */
export async function run({ container, projects }: Explorer, node: TreeNode | undefined): Promise<void> {
  const connection = node?.connection ?? container.connections.active;
  if (!connection) return;
  const listing: Listing = node?.listed?.listing ?? messageListing;
  const { label, plural, narrowing = [] } = listing;
  const chosen = await vscode.window.showQuickPick<Choice>(
    [
      { label: vscode.l10n.t('All {0}', plural), narrowing: undefined },
      ...narrowing.map((one) => ({ label: one.label, narrowing: one })),
    ],
    {
      title: `${vscode.l10n.t('Filter {0}', label)} · ${connection.name}`,
      placeHolder: vscode.l10n.t('Which {0} are shown?', plural),
    },
  );
  if (!chosen) return;
  const row = groupId(connection.id, listing.key);
  const { value, choose } = chosen.narrowing ?? {};
  if (choose) {
    const [one] = await chooseResource(container, connection, KINDS[choose], { title: label });
    if (!one) return;
    projects.narrowed.set(row, `${value ?? ''} ${one.id}`);
  } else if (value) projects.narrowed.set(row, value);
  else projects.narrowed.delete(row);
  projects.provider.refresh();
}
