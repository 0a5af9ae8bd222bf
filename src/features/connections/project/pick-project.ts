import { ory } from '../../../editor/commands/run.ts';
import type { WorkspaceConnection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { BACK, CANCELLED } from '../../../editor/wizard.ts';
import { pickOne } from '../../../editor/wizard-pick.ts';
import { listProjects } from '../../../ory/operations/projects.ts';
import * as vscode from 'vscode';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';

/** What is needed of a project to open it. */
export interface RemoteProject {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

/** Lets one choose among the projects that a workspace's key sees. */
export async function pickProject(
  container: Container,
  workspace: WorkspaceConnection,
): Promise<RemoteProject | undefined> {
  const projects = await readProjects(container, workspace);
  if (!projects) return undefined;
  if (projects.length === 0) {
    void vscode.window.showInformationMessage(
      withoutLinks(vscode.l10n.t('The key of {0} sees no project.', workspace.name)),
    );
    return undefined;
  }
  const picked = await pickOne<RemoteProject>(
    {
      title: vscode.l10n.t('Open a project of {0}', workspace.name),
      step: 1,
      totalSteps: 1,
      canGoBack: false,
    },
    {
      placeholder: vscode.l10n.t('Which project do the views show? Escape leaves that for later.'),
      items: projects.map((project) => ({
        label: `$(project) ${withoutIcons(project.name)}`,
        description: withoutIcons([project.environment, project.slug].filter(Boolean).join(' · ')),
        value: { id: project.id, name: project.name, slug: project.slug },
      })),
    },
  );
  return picked === BACK || picked === CANCELLED ? undefined : picked;
}

async function readProjects(container: Container, workspace: WorkspaceConnection) {
  try {
    return await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: withoutIcons(vscode.l10n.t('Reading the projects of {0}', workspace.name)),
      },
      async () => (await (await container.client(workspace)).call(listProjects, {})).data,
    );
  } catch (error) {
    await container.tell(error, {
      doing: vscode.l10n.t('Couldn’t list the projects of {0}', workspace.name),
      connection: workspace,
      retry: () => ory.openProject({ connection: workspace }),
    });
    return undefined;
  }
}
