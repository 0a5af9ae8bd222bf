import * as vscode from 'vscode';
import { createProject } from '../../../ory/operations/projects.ts';
import type { Actions } from '../command-host.ts';
import { givenConnection } from '../../../editor/given.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { tellDone } from '../../../editor/tasks/tell-done.ts';
import { requireConnection } from '../../../editor/require-connection.ts';

const environments = [
  { label: 'Development', description: 'for one’s own machine', value: 'dev' },
  { label: 'Staging', description: 'for tests before production', value: 'stage' },
  { label: 'Production', description: 'for real users; the subscription must allow it', value: 'prod' },
] as const;

/** Creates a project of Ory Network by its name and environment. */
export async function run({ container }: Actions, given?: unknown): Promise<void> {
  const need = { service: 'console', writes: true } as const;
  const connection = await requireConnection(container, need, givenConnection(given));
  if (!connection) return;
  const title = `Create Project · ${connection.name}`;
  const typed = await vscode.window.showInputBox({
    title,
    prompt: 'Name of the project',
    validateInput: (text) => (text.trim() ? undefined : 'A project needs a name.'),
  });
  const name = typed?.trim();
  if (!name) return;
  const environment = await vscode.window.showQuickPick([...environments], {
    title,
    placeHolder: 'Its environment, which can’t be changed later',
  });
  if (!environment) return;
  const done = await perform(
    container,
    { connection, title: `Creating ${name}`, couldnt: `create ${name}`, lacks: 'creating projects' },
    (client, call) => client.call(createProject, { body: { name, environment: environment.value } }, call),
  );
  if (!done) return;
  tellDone(`Created ${name}`, connection);
}
