import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import type { Connection, WorkspaceConnection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { connectionFor } from '../choose.ts';
import { addProject, connectionOfProject } from '../project/add-project.ts';
import { pickProject, type RemoteProject } from '../project/pick-project.ts';
import { withoutIcons } from '../../../editor/text.ts';

/** A project in a tree, with the connection that it was listed through. */
interface ProjectNode {
  readonly connection?: Connection;
  /** What the list said of it. */
  readonly item?: unknown;
}

/** Opens a project of a workspace as a connection of its own: its key is asked for, or made on request. */
export async function run(container: Container, target?: ProjectNode): Promise<void> {
  const { connections } = container;
  const listing = await connectionFor(container, target, vscode.l10n.t('Open Project'), listsProjects);
  if (!listing && connections.all.some(listsProjects)) return;
  if (!listing || !listsProjects(listing)) {
    const add = vscode.l10n.t('Add a Workspace…');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('Projects are listed through a workspace of Ory Network, and none is connected.'),
      add,
    );
    if (chosen === add) await ory.addConnection();
    return;
  }
  if (listing.type === 'self-hosted') {
    await connections.activate(listing.id);
    vscode.window.setStatusBarMessage(
      withoutIcons(vscode.l10n.t('The views show {0}: all its projects share its servers.', listing.name)),
      8000,
    );
    return;
  }
  const project = projectIn(target) ?? (await pickProject(container, listing));
  if (!project) return;
  const known = connectionOfProject(connections.all, project);
  if (known) await connections.activate(known.id);
  else await addProject(container, listing, project);
}

type Listing = WorkspaceConnection | Extract<Connection, { type: 'self-hosted' }>;

const listsProjects = (connection: Connection): connection is Listing =>
  connection.type === 'workspace' ||
  (connection.type === 'self-hosted' && connection.addresses.console !== undefined);

/** The project that a row stands for; undefined where it stands for something else. */
function projectIn(target: ProjectNode | undefined): RemoteProject | undefined {
  const { id, name, slug } = (target?.item ?? {}) as Partial<RemoteProject>;
  return id && name && slug ? { id, name, slug } : undefined;
}
