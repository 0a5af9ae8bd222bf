import type { Connection } from '../../connections/model.ts';
import type { DocumentRef } from '../../editor/document-uri.ts';
import type { Kind, KindId, Parent } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { isKindId } from '../../kinds/kinds-of-documents.ts';
import type { Explorer } from './explorer.ts';
import type { ExplorerView } from './explorer-view.ts';
import { KnownNames } from './known-names.ts';
import { groupId } from './nodes/group-node.ts';
import { resourceNodeId } from './nodes/row-node.ts';
import type { TreeNode } from './tree-node.ts';
import { viewOf } from './view-of.ts';

/**
 * Shows a resource's row, loading what is needed. Where the row is not among those loaded, the view is narrowed to it,
 * and says so.
 * @returns whether there is such a row
 */
export async function reveal(explorer: Explorer, ref: DocumentRef): Promise<boolean> {
  const connection = explorer.container.connections.byId(ref.connection);
  if (!connection) return false;
  const view = viewOf(explorer, ref.kind);
  if (view !== explorer.projects && view.connection?.id !== connection.id) {
    await explorer.container.connections.activate(connection.id);
  }
  const node = await find(explorer, view, connection, ref);
  if (!node) return false;
  // Of a set one wants to see the keys.
  await view.tree.reveal(node, { select: true, focus: true, expand: ref.kind === 'keys' });
  return true;
}

/** Finds the row of a resource by where its kind is listed, and by what it is a part of. */
async function find(
  explorer: Explorer,
  view: ExplorerView,
  connection: Connection,
  { kind, id }: DocumentRef,
): Promise<TreeNode | undefined> {
  const declared = KINDS[kind];
  const top = connection.id;
  const listed = declared.listings.find(({ under }) => !isKindId(under));
  const parent = declared.parentOf && (await parentOf(explorer, connection, declared, id));
  if (parent) return findBelow(explorer, view, connection, parent, { kind, id });
  if (!listed) return undefined;
  if (listed.under === 'view') {
    if (!listed.known) return findOrNarrow(view, id, [resourceNodeId(top, kind, id)]);
    await new KnownNames(explorer.container.context.globalState, listed).remember(connection, id);
    view.provider.refresh();
    return view.provider.find([resourceNodeId(top, kind, id)]);
  }
  if (listed.isBeyondProjects && connection.type === 'network') {
    return view.provider.find([top, resourceNodeId(top, kind, id)]);
  }
  const group = groupId(top, listed.key);
  return view.provider.find([
    ...(listed.under === 'connection' ? [top] : []),
    group,
    resourceNodeId(group, kind, id),
  ]);
}

async function parentOf(
  { container }: Explorer,
  connection: Connection,
  kind: Kind,
  id: string,
): Promise<Parent | undefined> {
  return kind.parentOf?.(await container.client(connection), id);
}

/** Finds the row of a part of something: below that, in its list where it has one. */
async function findBelow(
  explorer: Explorer,
  view: ExplorerView,
  connection: Connection,
  parent: Parent,
  { kind, id }: { readonly kind: KindId; readonly id: string },
): Promise<TreeNode | undefined> {
  // The one project of a connection stands where the connection does.
  const owner =
    parent.kind === 'projects' && connection.type === 'network'
      ? await view.provider.find([connection.id])
      : await find(explorer, view, connection, { connection: connection.id, ...parent });
  if (!owner) return undefined;
  const list = KINDS[kind].listings.find(({ under }) => under === parent.kind);
  const within = list ? await childOf(owner, groupId(owner.id, list.key)) : owner;
  return within && firstBelow(within, { kind, id });
}

/** The row of a resource among those below another, however deep, but in no list: those are asked for. */
async function firstBelow(
  parent: TreeNode,
  sought: { readonly kind: KindId; readonly id: string },
): Promise<TreeNode | undefined> {
  for (const child of (await parent.getChildren?.()) ?? []) {
    if (child.ref?.kind === sought.kind && child.ref.id === sought.id) return child;
    const found = child.ref?.kind === 'projects' ? await firstBelow(child, sought) : undefined;
    if (found) return found;
  }
  return undefined;
}

const childOf = async (parent: TreeNode, id: string): Promise<TreeNode | undefined> =>
  (await parent.getChildren?.())?.find((child) => child.id === id);

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
