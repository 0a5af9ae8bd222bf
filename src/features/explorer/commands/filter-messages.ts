import * as vscode from 'vscode';
import { listCourierMessages } from '../../../ory/operations/courier.ts';
import type { Explorer } from '../explorer.ts';
import { groupId } from '../nodes/group-node.ts';
import { messageListing } from '../../../resources/message/messages.ts';
import type { TreeNode } from '../tree-node.ts';

const all = { label: 'All messages', status: undefined };

/** Narrows the courier's messages of a connection to those in one state, or shows all again. */
export async function run({ container, projects }: Explorer, node: TreeNode | undefined): Promise<void> {
  const connection = node?.connection ?? container.connections.active;
  if (!connection) return;
  const { values = [] } = listCourierMessages.parameters.status;
  const chosen = await vscode.window.showQuickPick(
    [all, ...values.map((status) => ({ label: `Only ${status}`, status }))],
    { title: `Filter Courier Messages · ${connection.name}`, placeHolder: 'Which messages are shown?' },
  );
  if (!chosen) return;
  const row = groupId(connection.id, messageListing.key);
  if (chosen.status) projects.narrowed.set(row, chosen.status);
  else projects.narrowed.delete(row);
  projects.provider.refresh();
}
