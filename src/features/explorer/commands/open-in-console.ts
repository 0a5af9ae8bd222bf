import * as vscode from 'vscode';
import { openOutside } from '../../../editor/open-outside.ts';
import type { Explorer } from '../explorer.ts';
import { RemoteProjectNode } from '../nodes/project-nodes.ts';
import { type RowArgument, rowsOf } from '../rows-of.ts';
import type { TreeNode } from '../tree-node.ts';

const CONSOLE = 'https://console.ory.sh';

/** Opens the console's page for a project, its identities or its clients in the browser. Only the id is in the address. */
export async function run(explorer: Explorer, first: RowArgument, selected?: unknown): Promise<void> {
  const row = rowsOf(explorer, first, selected)[0];
  const connection = row?.connection ?? explorer.container.connections.active;
  const project =
    row instanceof RemoteProjectNode
      ? row.project.id
      : connection?.type === 'network'
        ? connection.projectId
        : undefined;
  if (!project) {
    void vscode.window.showInformationMessage(
      'The console shows projects of Ory Network: choose one, or a connection that knows its project’s id.',
    );
    return;
  }
  const address = `${CONSOLE}/projects/${encodeURIComponent(project)}${pageOf(row)}`;
  await openOutside(address);
}

function pageOf(row: TreeNode | undefined): string {
  switch (row?.ref?.kind) {
    case 'identities':
      return '/identities';
    case 'clients':
    case 'issuers':
    case 'keys':
      return '/oauth';
    default:
      return '';
  }
}
