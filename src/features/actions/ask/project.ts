import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { withoutIcons } from '../../../editor/text.ts';
import { listProjects } from '../../../ory/operations/projects.ts';
import type { Actions } from '../actions.ts';
import type { Named } from '../../../editor/target.ts';
import { perform } from '../../../editor/deeds/perform.ts';

/** Offers the projects that the key of a connection may see. */
export async function askProject(
  { container }: Actions,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> {
  const found = await perform(
    container,
    { connection, title: 'Reading the projects', couldnt: 'read the projects', lacks: 'projects' },
    async (client, call) => (await client.call(listProjects, {}, call)).data,
  );
  if (!found) return [];
  const chosen = await vscode.window.showQuickPick(
    found.value.map(({ id, name, slug }) => ({
      label: withoutIcons(name),
      description: slug,
      one: { id, name },
    })),
    { title: `${title} · ${connection.name}`, placeHolder: 'Which project?' },
  );
  return chosen ? [chosen.one] : [];
}
