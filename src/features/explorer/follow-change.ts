import { type Connection } from '../../connections/model.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { KINDS } from '../../resources/kinds.ts';
import { isKindId } from '../../resources/kinds-of-documents.ts';
import type { Listing } from '../../resources/listing.ts';
import type { Explorer } from './explorer.ts';
import type { ExplorerView } from './explorer-view.ts';
import { filterKey } from './filter.ts';
import { KnownNames } from './known-names.ts';
import type { PagedList } from './lists/paged-list.ts';
import { groupId } from './nodes/group-node.ts';
import { resourceNodeId } from './nodes/row-node.ts';
import { viewOf } from './view-of.ts';

/** Takes over into the views what this window did to a resource; only what changed is asked for. */
export async function followChange(explorer: Explorer, change: ResourceChange): Promise<void> {
  const connection = explorer.container.connections.byId(change.connection);
  if (!connection) return;
  const view = viewOf(explorer, change.kind);
  for (const listing of KINDS[change.kind].listings) {
    if (listing.known) await followName(explorer, view, connection, change, listing);
    else if (listing.under === 'view') {
      await followRow(view, connection, change, async () =>
        listing.one?.(await explorer.container.client(connection), change.id),
      );
    } else await followLists(view, connection, change, listing);
  }
  for (const { key } of KINDS[change.kind].parts ?? []) {
    for (const { list, row } of view.lists.under(`${connection.id}/`)) {
      if (!row?.endsWith(groupId('', key))) continue;
      list.markStale();
      view.provider.refresh(row);
    }
  }
}

/** What is known by its name alone: a new one is remembered, a deleted one forgotten, and its own list read anew. */
async function followName(
  { container }: Explorer,
  view: ExplorerView,
  connection: Connection,
  { kind, id, what }: ResourceChange,
  listing: Listing,
): Promise<void> {
  const names = new KnownNames(container.context.globalState, listing);
  if (what === 'created') await names.remember(connection, id);
  if (what === 'deleted') await names.forget(connection, id);
  view.lists.get(resourceNodeId(connection.id, kind, id))?.list.markStale();
  view.provider.refresh();
}

/**
 * Follows a change in a view's own lists, that of everything and those that were narrowed down. A changed row is read
 * alone; nothing is read where the row is not shown. Whether a new one fits what is narrowed down the server knows.
 */
async function followRow<T>(
  view: ExplorerView,
  connection: Connection,
  { kind, id, what }: ResourceChange,
  read: () => Promise<T>,
): Promise<void> {
  if (view.connection?.id !== connection.id) return;
  const own = `${connection.id}/+rows/`;
  const lists = view.lists
    .under(own)
    .map(({ list }) => list as unknown as PagedList<T>)
    .filter(({ loaded }) => loaded);
  const everything: unknown = view.lists.get(own + filterKey(undefined))?.list;
  if (what === 'deleted') for (const list of lists) list.remove(id);
  else {
    const holding = lists.filter((list) => list.find(id) ?? (what === 'created' && list === everything));
    try {
      const item = holding.length > 0 ? await read() : undefined;
      if (item) for (const list of holding) list.put(item);
    } catch {
      // The document has told what is wrong; the lists say what they can when they are loaded anew.
      for (const list of holding) list.markStale();
    }
    if (what === 'created') for (const list of lists) if (!holding.includes(list)) list.markStale();
  }
  view.lists.markStale(`${resourceNodeId(connection.id, kind, id)}/`);
  view.provider.refresh();
}

/**
 * Lists that stand under rows of their own are read anew where they hold the resource, or are to hold it; those that
 * were not loaded load when they are shown. What the server keeps of a removed one stays.
 */
async function followLists(
  view: ExplorerView,
  connection: Connection,
  { id, what }: ResourceChange,
  listing: Listing,
): Promise<void> {
  for (const { list, row } of view.lists.under(`${connection.id}/`)) {
    if (!row?.endsWith(groupId('', listing.key))) continue;
    const items = list as unknown as PagedList<unknown>;
    if (!items.loaded) continue;
    const item = items.find(id);
    // Where a resource is a part of another, it belongs to one of several lists.
    if (item === undefined && isKindId(listing.under) && what !== 'created') continue;
    if (what !== 'deleted') {
      items.markStale();
      await items.ensure();
    } else if (item !== undefined && listing.afterRemoval) items.put(listing.afterRemoval(item));
    else items.remove(id);
    view.provider.refresh(row);
  }
}
