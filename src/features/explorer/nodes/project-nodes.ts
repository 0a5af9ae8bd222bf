import type { ProjectMember, ProjectMetadata } from '@ory/client';
import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import type { DocumentRef } from '../../../editor/document-uri.ts';
import { connectionWords, resourceWords } from '../../../editor/resource-words.ts';
import { getProjectMembers, listProjects } from '../../../ory/operations/projects.ts';
import { facts, type Row } from '../../../resources/row.ts';
import { configurationId } from '../../../resources/project/configuration.ts';
import { projectKind, projectRow } from '../../../resources/project/project.ts';
import { PROJECT_SERVICES, type ProjectService, SERVICE_FILES } from '../../../resources/project/services.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { singlePage } from '../lists/single-page.ts';
import { idPart } from '../row-id.ts';
import { lookOf, treeItem } from '../row-item.ts';
import { factsTooltip } from '../tooltip.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode, groupId } from './group-node.ts';
import { LeafNode } from './leaf-node.ts';
import { listNodes } from './list-nodes.ts';
import { ResourceNode, resourceNodeId } from './resource-node.ts';

/** Last part of the id of the row that gathers a console's projects. */
export const PROJECTS = 'projects';

/** The same of the row that gathers a project's members. */
export const MEMBERS = 'members';

/** The projects that a console lists; each can be opened as a connection of its own. */
export function remoteProjects(view: ExplorerView, parent: TreeNode, connection: Connection): TreeNode {
  const row = groupId(parent.id, PROJECTS);
  const list = view.lists.of<ProjectMetadata>({
    id: row,
    row,
    keyOf: (project) => project.id,
    open: async () => {
      const client = await view.container.client(connection);
      return singlePage(async (call) => (await client.call(listProjects, {}, call)).data);
    },
  });
  return new GroupNode(view, parent, {
    key: PROJECTS,
    label: 'Projects',
    icon: 'project',
    context: ['projects', 'group', ...connectionWords(connection)],
    summary: () => (list.loaded ? String(list.items.length) : ''),
    async children(group) {
      await list.ensure();
      return listNodes(view, list, {
        parent: group,
        id: row,
        plural: 'projects',
        empty: 'No projects',
        toNode: (project) => new RemoteProjectNode(view, group, connection, project),
      });
    },
  });
}

/** A project in a console's list. */
export class RemoteProjectNode implements TreeNode {
  readonly id: string;
  readonly name: string;
  readonly ref: DocumentRef;
  private readonly row: Row;

  constructor(
    private readonly view: ExplorerView,
    readonly parent: TreeNode,
    readonly connection: Connection,
    /** What the console said of it; "Open Project…" reads this. */
    readonly project: ProjectMetadata,
  ) {
    this.row = projectRow(project);
    this.id = resourceNodeId(parent.id, 'projects', project.id);
    this.name = project.name;
    this.ref = { connection: connection.id, kind: 'projects', id: project.id };
  }

  getTreeItem(): vscode.TreeItem {
    const network = this.connection.type !== 'self-hosted';
    const words = resourceWords(projectKind, this.connection);
    return treeItem(this.id, {
      ...lookOf(this.row),
      context: ['remoteProject', ...words, network && 'network'],
      children: 'collapsed',
    });
  }

  getChildren(): readonly TreeNode[] {
    return projectNodes(this.view, this, this.connection, this.project);
  }

  tooltip(): vscode.MarkdownString {
    return factsTooltip(this.row.label, this.row.facts());
  }
}

/** What a project has: its configuration as a document, and its members. */
export function projectNodes(
  view: ExplorerView,
  parent: TreeNode,
  connection: Connection,
  { id, name }: { readonly id: string; readonly name: string },
): TreeNode[] {
  const row: Row = {
    id,
    label: name,
    description: '',
    icon: 'settings-gear',
    dimmed: false,
    facts: () => facts(['Project', name], ['Id', id]),
  };
  return [
    new ResourceNode({
      parent,
      connection,
      kind: 'projects',
      row,
      look: () => ({ label: 'Configuration' }),
      children: (node) => PROJECT_SERVICES.map((service) => configurationNode(node, connection, id, service)),
    }),
    membersNode(view, parent, connection, id),
  ];
}

/** The configuration of one service, as the file of a server of one's own has it. */
function configurationNode(
  parent: TreeNode,
  connection: Connection,
  project: string,
  service: ProjectService,
): TreeNode {
  const id = configurationId({ project, service });
  const file = SERVICE_FILES[service];
  const row: Row = {
    id,
    label: file,
    description: service,
    icon: 'file-code',
    dimmed: false,
    facts: () => facts(['Service', service], ['Project', project]),
  };
  return new ResourceNode({
    parent,
    connection,
    kind: 'configurations',
    row,
    look: () => ({ label: `${file}.yaml` }),
  });
}

function membersNode(
  view: ExplorerView,
  parent: TreeNode,
  connection: Connection,
  project: string,
): TreeNode {
  const row = groupId(parent.id, MEMBERS);
  const list = view.lists.of<ProjectMember>({
    id: row,
    row,
    keyOf: (member) => member.id,
    open: async () => {
      const client = await view.container.client(connection);
      return singlePage(async (call) => (await client.call(getProjectMembers, { project }, call)).data);
    },
  });
  return new GroupNode(view, parent, {
    key: MEMBERS,
    label: 'Members',
    icon: 'organization',
    summary: () => (list.loaded ? String(list.items.length) : ''),
    async children(group) {
      await list.ensure();
      return listNodes(view, list, {
        parent: group,
        id: row,
        plural: 'members',
        empty: 'No members',
        toNode: (member) => memberNode(group, connection, project, member),
      });
    },
  });
}

function memberNode(
  group: TreeNode,
  connection: Connection,
  project: string,
  { id, email, name, role, email_verified: verified }: ProjectMember,
): TreeNode {
  return new LeafNode(
    `${group.id}/${idPart(id)}`,
    group,
    {
      label: email || name || id,
      description: [role, name].filter(Boolean).join(' · '),
      icon: 'account',
      context: ['id', 'member', !connection.readOnly && 'writable'],
    },
    {
      copied: id,
      part: { is: 'member', connection: connection.id, project, id, name: email || name || id },
      facts: facts(
        ['Id', id],
        ['Name', name],
        ['E-mail', `${email} (${verified ? 'verified' : 'not verified'})`],
        ['Role', role],
      ),
    },
  );
}
