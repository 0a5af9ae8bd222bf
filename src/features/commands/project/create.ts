import * as vscode from 'vscode';
import { createProject } from '../../../ory/operations/projects.ts';
import type { Actions } from '../command-host.ts';
import { givenConnection } from '../../../editor/given.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { tellDone } from '../../../editor/tasks/tell-done.ts';
import { requireConnection } from '../../../editor/require-connection.ts';

const environments = [
  { label: vscode.l10n.t('Development'), description: vscode.l10n.t('for one’s own machine'), value: 'dev' },
  {
    label: vscode.l10n.t('Staging'),
    description: vscode.l10n.t('for tests before production'),
    value: 'stage',
  },
  {
    label: vscode.l10n.t('Production'),
    description: vscode.l10n.t('for real users; the subscription must allow it'),
    value: 'prod',
  },
] as const;

/** Creates a project of Ory Network by its name and environment. */
export async function run({ container }: Actions, given?: unknown): Promise<void> {
  const need = { service: 'console', writes: true } as const;
  const connection = await requireConnection(container, need, givenConnection(given));
  if (!connection) return;
  const title = vscode.l10n.t('Create Project · {0}', connection.name);
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name of the project'),
    validateInput: (text) => (text.trim() ? undefined : vscode.l10n.t('A project needs a name.')),
  });
  const name = typed?.trim();
  if (!name) return;
  const environment = await vscode.window.showQuickPick([...environments], {
    title,
    placeHolder: vscode.l10n.t('Its environment, which can’t be changed later'),
  });
  if (!environment) return;
  const done = await perform(
    container,
    {
      connection,
      title: vscode.l10n.t('Creating {0}', name),
      couldnt: vscode.l10n.t('create {0}', name),
      lacks: vscode.l10n.t('creating projects'),
    },
    (client, call) => client.call(createProject, { body: { name, environment: environment.value } }, call),
  );
  if (!done) return;
  tellDone(vscode.l10n.t('Created {0}', name), connection);
}
