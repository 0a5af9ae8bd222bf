import * as vscode from 'vscode';
import { openOutside } from '../../../editor/open-outside.ts';
import { KINDS } from '../../../resources/kinds.ts';
import { projectKind } from '../../../resources/project/project.ts';
import type { Explorer } from '../explorer.ts';
import { type RowArgument, rowsOf } from '../rows-of.ts';
import type { TreeNode } from '../tree-node.ts';

const CONSOLE = 'https://console.ory.sh';

/** Opens the console's page for a project, its identities or its clients in the browser. Only the id is in the address. */
export async function run(explorer: Explorer, first: RowArgument, selected?: unknown): Promise<void> {
  const row = rowsOf(explorer, first, selected)[0];
  const connection = row?.connection ?? explorer.container.connections.active;
  const listed = row?.ref?.kind === projectKind.id ? row.ref.id : undefined;
  const project = connection?.type === 'network' ? connection.projectId : listed;
  if (!project) {
    void vscode.window.showInformationMessage(
      'The console shows projects of Ory Network: choose one, or a connection that knows its project’s id.',
    );
    return;
  }
  const address = `${CONSOLE}/projects/${encodeURIComponent(project)}${pageOf(row)}`;
  await openOutside(address);
}

const pageOf = (row: TreeNode | undefined): string => (row?.ref && KINDS[row.ref.kind].consolePage) ?? '';
