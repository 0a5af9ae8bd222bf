import type { Session } from '@ory/client';
import { type Connection } from '../../connections/model.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { getOAuth2Client } from '../../ory/operations/clients.ts';
import { getIdentity } from '../../ory/operations/identities.ts';
import type { Explorer } from './explorer.ts';
import type { ExplorerView } from './explorer-view.ts';
import { filterKey } from './filter.ts';
import { KeySetNames } from './key-set-names.ts';
import type { PagedList } from './lists/paged-list.ts';
import { groupId } from './nodes/group-node.ts';
import { SESSIONS } from './nodes/identity-node.ts';
import { ISSUERS } from './nodes/issuers-node.ts';
import { MEMBERS, PROJECTS } from './nodes/project-nodes.ts';
import { resourceNodeId } from './nodes/resource-node.ts';
import { SCHEMAS } from './nodes/schemas-node.ts';

/** Takes over into the views what this window did to a resource; only what changed is asked for. */
export async function followChange(explorer: Explorer, change: ResourceChange): Promise<void> {
  const { id } = change;
  const connection = explorer.container.connections.byId(change.connection);
  if (!connection) return;
  const view = explorer.viewOf(change.kind);
  if (id === undefined) followSome(view, connection, change);
  else await followOne(explorer, view, connection, { ...change, id });
}

type One = ResourceChange & { readonly id: string };

async function followOne(
  explorer: Explorer,
  view: ExplorerView,
  connection: Connection,
  change: One,
): Promise<void> {
  const { id } = change;
  switch (change.kind) {
    case 'identities':
      await followRow(view, connection, change, async () => {
        const client = await explorer.container.client(connection);
        return (await client.call(getIdentity, { id })).data;
      });
      return;
    case 'clients':
      await followRow(view, connection, change, async () => {
        const client = await explorer.container.client(connection);
        return (await client.call(getOAuth2Client, { id })).data;
      });
      return;
    case 'keys': {
      const names = new KeySetNames(explorer.container.context.globalState);
      if (change.what === 'deleted') await names.forget(connection, id);
      else await names.remember(connection, id);
      view.lists.get(resourceNodeId(connection.id, 'keys', id))?.list.markStale();
      view.provider.refresh();
      return;
    }
    case 'sessions':
      await followSession(view, connection, change);
      return;
    case 'issuers':
      await followShortList(view, groupId(connection.id, ISSUERS), change);
      return;
    case 'schemas':
      await followShortList(view, groupId(connection.id, SCHEMAS), change);
      return;
    case 'configurations':
      return;
    case 'projects':
      await followShortList(view, groupId(connection.id, PROJECTS), change);
      for (const { list, row } of view.lists.under(`${connection.id}/`)) {
        if (!row?.endsWith(groupId('', MEMBERS))) continue;
        list.markStale();
        view.provider.refresh(row);
      }
  }
}

/** Some of a kind changed, and which ones isn't known: what is shown of them is read anew when it is next looked at. */
function followSome(view: ExplorerView, connection: Connection, { kind }: ResourceChange): void {
  const all = kind === 'keys' ? resourceNodeId(connection.id, 'keys', '') : `${connection.id}/`;
  const isTheirs = (row: string | undefined) => kind !== 'sessions' || row?.endsWith(groupId('', SESSIONS));
  const shown = view.lists.under(all).filter(({ list, row }) => list.loaded && isTheirs(row));
  for (const { list } of shown) list.markStale();
  if (shown.length > 0) view.provider.refresh();
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

/** A session that was ended stays in the list of its identity, as the server keeps it; a changed one is read anew. */
async function followSession(view: ExplorerView, connection: Connection, change: One): Promise<void> {
  const { id, what } = change;
  const entries = view.lists
    .under(`${connection.id}/identities/`)
    .filter(({ list, row }) => row?.endsWith(groupId('', SESSIONS)) && list.find(id));
  // Whose a new one is can't be told.
  if (entries.length === 0 && what !== 'deleted') followSome(view, connection, change);
  for (const entry of entries) {
    const list = entry.list as unknown as PagedList<Session>;
    const session = list.find(id);
    if (what === 'deleted' && session) list.put({ ...session, active: false });
    else {
      list.markStale();
      await list.ensure();
    }
    view.provider.refresh(entry.row);
  }
}

/** A list that stands under a row of its own is read anew where it was shown; one that was not loads when it is. */
async function followShortList(view: ExplorerView, row: string, { id, what }: One): Promise<void> {
  const list = view.lists.get(row)?.list;
  if (!list?.loaded) return;
  if (what === 'deleted') list.remove(id);
  else {
    list.markStale();
    await list.ensure();
  }
  view.provider.refresh(row);
}
