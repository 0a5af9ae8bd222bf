import * as vscode from 'vscode';
import { openOutside } from '../../../editor/open-outside.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import { projectKind } from '../../../kinds/project/project.ts';
import type { Explorer } from '../explorer.ts';
import { type RowArgument, rowsOf } from '../rows-of.ts';
import type { TreeNode } from '../tree-node.ts';

const CONSOLE = 'https://console.ory.sh';

/** Opens the Console's page of what a row stands for, or of its project, in the browser. Only ids are in the address. */
export async function run(explorer: Explorer, first: RowArgument, selected?: unknown): Promise<void> {
  const row = rowsOf(explorer, first, selected)[0];
  const connection = row?.connection ?? explorer.container.connections.active;
  const page = row?.ref ? KINDS[row.ref.kind].consolePage : '';
  if (typeof page === 'function') {
    await openOutside(CONSOLE + page(row?.ref?.id ?? ''));
    return;
  }
  const project = connection?.type === 'network' ? connection.projectId : await projectOf(explorer, row);
  if (!project) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The console shows projects of Ory Network: choose one, or a connection that knows its project’s id.',
      ),
    );
    return;
  }
  await openOutside(`${CONSOLE}/projects/${encodeURIComponent(project)}${page ?? ''}`);
}

/** The project that a row is, or stands in. */
async function projectOf({ container }: Explorer, row: TreeNode | undefined): Promise<string | undefined> {
  if (!row?.ref || !row.connection) return undefined;
  if (row.ref.kind === projectKind.id) return row.ref.id;
  const client = await container.client(row.connection);
  const parent = await KINDS[row.ref.kind].parentOf?.(client, row.ref.id);
  return parent?.kind === projectKind.id ? parent.id : undefined;
}
