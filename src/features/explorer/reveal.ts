import type { Session } from '@ory/client';
import type { Connection } from '../../connections/model.ts';
import type { DocumentRef } from '../../editor/document-uri.ts';
import { getSession } from '../../ory/operations/sessions.ts';
import type { Explorer } from './explorer.ts';
import type { ExplorerView } from './explorer-view.ts';
import { KeySetNames } from './key-set-names.ts';
import { groupId } from './nodes/group-node.ts';
import { SESSIONS } from './nodes/identity-node.ts';
import { ISSUERS } from './nodes/issuers-node.ts';
import { PROJECTS } from './nodes/project-nodes.ts';
import { projectOf } from '../../resources/project/configuration.ts';
import { resourceNodeId } from './nodes/resource-node.ts';
import { SCHEMAS } from './nodes/schemas-node.ts';
import type { TreeNode } from './tree-node.ts';

/**
 * Shows a resource's row, loading what is needed. Where the row is not among those loaded, the view is narrowed to it,
 * and says so.
 * @returns whether there is such a row
 */
export async function reveal(explorer: Explorer, ref: DocumentRef): Promise<boolean> {
  const connection = explorer.container.connections.byId(ref.connection);
  if (!connection) return false;
  const view = explorer.viewOf(ref.kind);
  if (view !== explorer.projects && view.connection?.id !== connection.id) {
    await explorer.container.connections.activate(connection.id);
  }
  const node = await find(explorer, view, connection, ref);
  if (!node) return false;
  // Of a set one wants to see the keys.
  await view.tree.reveal(node, { select: true, focus: true, expand: ref.kind === 'keys' });
  return true;
}

async function find(
  explorer: Explorer,
  view: ExplorerView,
  connection: Connection,
  { kind, id }: DocumentRef,
): Promise<TreeNode | undefined> {
  const top = connection.id;
  switch (kind) {
    case 'identities':
    case 'clients':
      return findOrNarrow(view, id, [resourceNodeId(top, kind, id)]);
    case 'sessions': {
      const owner = await ownerOf(explorer, connection, id);
      if (!owner) return undefined;
      const identity = resourceNodeId(top, 'identities', owner);
      const group = groupId(identity, SESSIONS);
      return findOrNarrow(view, owner, [identity, group, resourceNodeId(group, kind, id)]);
    }
    case 'keys':
      await new KeySetNames(explorer.container.context.globalState).remember(connection, id);
      view.provider.refresh();
      return view.provider.find([resourceNodeId(top, kind, id)]);
    case 'issuers': {
      const group = groupId(top, ISSUERS);
      return view.provider.find([group, resourceNodeId(group, kind, id)]);
    }
    case 'schemas': {
      const group = groupId(top, SCHEMAS);
      return view.provider.find([top, group, resourceNodeId(group, kind, id)]);
    }
    case 'configurations': {
      const project = projectOf({ kind, id });
      if (project === undefined) return undefined;
      const owner = await find(explorer, view, connection, {
        connection: top,
        kind: 'projects',
        id: project,
      });
      return owner && findBelow(owner, { connection: top, kind, id });
    }
    case 'projects': {
      if (connection.type === 'network') {
        return view.provider.find([top, resourceNodeId(top, kind, id)]);
      }
      const group = groupId(top, PROJECTS);
      return view.provider.find([top, group, resourceNodeId(group, kind, id)]);
    }
  }
}

/** Finds a row below the one of its project, whose configuration may be a row of its own. */
async function findBelow(parent: TreeNode, sought: DocumentRef): Promise<TreeNode | undefined> {
  for (const child of (await parent.getChildren?.()) ?? []) {
    if (child.ref?.kind === sought.kind && child.ref.id === sought.id) return child;
    const found = child.ref?.kind === 'projects' ? await findBelow(child, sought) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Finds a row where it is loaded, or else alone. */
async function findOrNarrow(
  view: ExplorerView,
  id: string,
  path: readonly string[],
): Promise<TreeNode | undefined> {
  const found = await view.provider.find(path);
  if (found) return found;
  view.setFilter({ by: 'id', text: id });
  return view.provider.find(path);
}

async function ownerOf(
  { container }: Explorer,
  connection: Connection,
  id: string,
): Promise<string | undefined> {
  const client = await container.client(connection);
  const session: Session = (await client.call(getSession, { id, expand: ['identity'] })).data;
  return session.identity?.id;
}
