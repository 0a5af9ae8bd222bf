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
  const connection = explorer.container.connections.byId(change.connection);
  if (!connection) return;
  const view = explorer.viewOf(change.kind);
  switch (change.kind) {
    case 'identities':
      await followRow(view, connection, change, async () => {
        const client = await explorer.container.client(connection);
        return (await client.call(getIdentity, { id: change.id })).data;
      });
      return;
    case 'clients':
      await followRow(view, connection, change, async () => {
        const client = await explorer.container.client(connection);
        return (await client.call(getOAuth2Client, { id: change.id })).data;
      });
      return;
    case 'keys': {
      const names = new KeySetNames(explorer.container.context.globalState);
      if (change.what === 'created') await names.remember(connection, change.id);
      if (change.what === 'deleted') await names.forget(connection, change.id);
      view.lists.get(resourceNodeId(connection.id, 'keys', change.id))?.list.markStale();
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

/** A session that was ended stays in the list of its identity, as the server keeps it; a changed one is read anew. */
async function followSession(
  view: ExplorerView,
  connection: Connection,
  { id, what }: ResourceChange,
): Promise<void> {
  for (const entry of view.lists.under(`${connection.id}/identities/`)) {
    if (!entry.row?.endsWith(groupId('', SESSIONS))) continue;
    const list = entry.list as unknown as PagedList<Session>;
    const session = list.find(id);
    if (!session) continue;
    if (what === 'deleted') list.put({ ...session, active: false });
    else {
      list.markStale();
      await list.ensure();
    }
    view.provider.refresh(entry.row);
  }
}

/** A list that stands under a row of its own is read anew where it was shown; one that was not loads when it is. */
async function followShortList(view: ExplorerView, row: string, { id, what }: ResourceChange): Promise<void> {
  const list = view.lists.get(row)?.list;
  if (!list?.loaded) return;
  if (what === 'deleted') list.remove(id);
  else {
    list.markStale();
    await list.ensure();
  }
  view.provider.refresh(row);
}
