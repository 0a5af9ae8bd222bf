import { type Connection } from '../../connections/model.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { isKindId } from '../../kinds/kinds-of-documents.ts';
import type { Listing } from '../../kinds/listing.ts';
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
  const { id } = change;
  const connection = explorer.container.connections.byId(change.connection);
  if (!connection) return;
  if (id === undefined) followSome(explorer, connection, change);
  else await followOne(explorer, connection, { ...change, id });
}

type One = ResourceChange & { readonly id: string };

async function followOne(explorer: Explorer, connection: Connection, change: One): Promise<void> {
  const view = viewOf(explorer, change.kind);
  const { listings, parts = [] } = KINDS[change.kind];
  const gathered: Listing[] = [];
  for (const listing of listings) {
    if (listing.known) await followName(explorer, view, connection, change, listing);
    else if (listing.under === 'view') {
      await followRow(view, connection, change, async () =>
        listing.one?.(await explorer.container.client(connection), change.id),
      );
    } else gathered.push(listing);
  }
  if (gathered.length > 0) await followLists(explorer, connection, change, gathered);
  for (const { key } of parts) for (const found of listsNamed(explorer, connection, key)) refreshStale(found);
}

interface Shown {
  readonly view: ExplorerView;
  readonly list: PagedList<unknown>;
  readonly row: string | undefined;
}

/** The lists of a connection, in the views where it may have some, that stand under rows of a name. */
const listsNamed = (explorer: Explorer, connection: Connection, key: string): readonly Shown[] =>
  [...new Set([explorer.projects, explorer.identities, explorer.keys])].flatMap((view) =>
    view.lists
      .under(`${connection.id}/`)
      .filter(({ row }) => row?.endsWith(groupId('', key)))
      .map(({ list, row }) => ({ view, list: list as unknown as PagedList<unknown>, row })),
  );

function refreshStale({ view, list, row }: Shown): void {
  list.markStale();
  view.provider.refresh(row);
}

/** Some of a kind changed, and which ones isn't known: what is shown of them is read anew when it is next looked at. */
function followSome(explorer: Explorer, connection: Connection, { kind }: ResourceChange): void {
  const view = viewOf(explorer, kind);
  for (const listing of KINDS[kind].listings) {
    const isOwn = listing.under === 'view' || listing.known !== undefined;
    const all = listing.known ? resourceNodeId(connection.id, kind, '') : `${connection.id}/`;
    const shown = isOwn
      ? view.lists.under(all).filter(({ list }) => list.loaded)
      : listsNamed(explorer, connection, listing.key).filter(({ list }) => list.loaded);
    for (const { list } of shown) list.markStale();
    const [other] = listsNamed(explorer, connection, listing.key);
    if (shown.length > 0) (isOwn ? view : (other?.view ?? view)).provider.refresh();
  }
}

/** What is known by its name alone: a new one is remembered, a deleted one forgotten, and its own list read anew. */
async function followName(
  { container }: Explorer,
  view: ExplorerView,
  connection: Connection,
  { kind, id, what }: One,
  listing: Listing,
): Promise<void> {
  const names = new KnownNames(container.context.globalState, listing);
  if (what === 'deleted') await names.forget(connection, id);
  else await names.remember(connection, id);
  view.lists.get(resourceNodeId(connection.id, kind, id))?.list.markStale();
  view.provider.refresh();
}

/** Where rows stood before they were deleted, by list and id: one that is restored goes back there. */
const places = new WeakMap<PagedList<never>, Map<string, number>>();

/**
 * Follows a change in a view's own lists, that of everything and those that were narrowed down. A changed row is read
 * alone; nothing is read where the row is not shown. Whether a new one fits what is narrowed down the server knows.
 */
async function followRow<T>(
  view: ExplorerView,
  connection: Connection,
  { kind, id, what, inPlaceOf }: One,
  read: () => Promise<T>,
): Promise<void> {
  if (view.connection?.id !== connection.id) return;
  const own = `${connection.id}/+rows/`;
  const lists = view.lists
    .under(own)
    .map(({ list }) => list as unknown as PagedList<T>)
    .filter(({ loaded }) => loaded);
  const everything: unknown = view.lists.get(own + filterKey(undefined))?.list;
  const placeIn = (list: PagedList<T>) =>
    inPlaceOf === undefined ? undefined : placesOf(list).get(inPlaceOf);
  if (what === 'deleted') for (const list of lists) removeFrom(list, id);
  else {
    const isNew = what === 'created';
    const holding = lists.filter(
      (list) => list.find(id) ?? (isNew && (list === everything || placeIn(list) !== undefined)),
    );
    try {
      const item = holding.length > 0 ? await read() : undefined;
      if (item) for (const list of holding) putInto(list, item, placeIn(list));
    } catch {
      // The document has told what is wrong; the lists say what they can when they are loaded anew.
      for (const list of holding) list.markStale();
    }
    if (isNew) for (const list of lists) if (!holding.includes(list)) list.markStale();
  }
  view.lists.markStale(`${resourceNodeId(connection.id, kind, id)}/`);
  view.provider.refresh();
}

function placesOf<T>(list: PagedList<T>): Map<string, number> {
  const key = list as unknown as PagedList<never>;
  const known = places.get(key) ?? new Map<string, number>();
  places.set(key, known);
  return known;
}

function removeFrom<T>(list: PagedList<T>, id: string): void {
  const item = list.find(id);
  if (item === undefined) return;
  placesOf(list).set(id, list.items.indexOf(item));
  list.remove(id);
}

/** A new row stands on top, unless it takes the place of one that was there. */
function putInto<T>(list: PagedList<T>, item: T, place: number | undefined): void {
  const known = list.items.length;
  list.put(item);
  if (place !== undefined && list.items.length > known)
    list.items = list.items.slice(1).toSpliced(place, 0, item);
}

/**
 * Lists that stand under rows of their own are read anew where they hold the resource, or are to hold it; those that
 * were not loaded load when they are shown. What the server keeps of a removed one stays.
 */
async function followLists(
  explorer: Explorer,
  connection: Connection,
  change: One,
  listings: readonly Listing[],
): Promise<void> {
  const { id, what } = change;
  const keys = [...new Set(listings.map(({ key }) => key))];
  const loaded = keys
    .flatMap((key) => listsNamed(explorer, connection, key))
    .filter(({ list }) => list.loaded);
  const holding = loaded.filter(({ list }) => list.find(id) !== undefined);
  // A part of something belongs to one of several lists, and which one can't be told of a new one.
  const isPart = listings.some(({ under }) => isKindId(under));
  if (isPart && holding.length === 0 && what !== 'deleted') {
    for (const found of loaded) refreshStale(found);
    return;
  }
  const keeping = listings.find((listing) => 'afterRemoval' in listing);
  for (const { view, list, row } of isPart ? holding : loaded) {
    const item = list.find(id);
    const kept = item === undefined ? undefined : keeping?.afterRemoval?.(item);
    if (what !== 'deleted') {
      list.markStale();
      await list.ensure();
    } else if (kept !== undefined) list.put(kept);
    else list.remove(id);
    view.provider.refresh(row);
  }
}
