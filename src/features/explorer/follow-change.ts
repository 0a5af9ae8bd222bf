import { type Connection } from '../../connections/model.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { getOAuth2Client } from '../../ory/operations/clients.ts';
import { getIdentity } from '../../ory/operations/identities.ts';
import type { Explorer } from './explorer.ts';
import type { ExplorerView } from './explorer-view.ts';
import { KeySetNames } from './key-set-names.ts';
import type { PagedList } from './lists/paged-list.ts';
import { resourceNodeId } from './nodes/resource-node.ts';
import { clientList } from './views/clients.ts';
import { identityList } from './views/identities.ts';

/** Takes over into the views what this window did to a resource; only what changed is asked for. */
export async function followChange(explorer: Explorer, change: ResourceChange): Promise<void> {
  const connection = explorer.container.connections.byId(change.connection);
  if (!connection) return;
  const view = explorer.viewOf(change.kind);
  switch (change.kind) {
    case 'identities':
      if (view.connection?.id === connection.id) {
        await followRow(view, connection, change, identityList(view, connection), async () => {
          const client = await explorer.container.client(connection);
          return (await client.call(getIdentity, { id: change.id })).data;
        });
      }
      return;
    case 'clients':
      if (view.connection?.id === connection.id) {
        await followRow(view, connection, change, clientList(view, connection), async () => {
          const client = await explorer.container.client(connection);
          return (await client.call(getOAuth2Client, { id: change.id })).data;
        });
      }
      return;
    case 'keys': {
      const names = new KeySetNames(explorer.container.context.globalState);
      if (change.what === 'created') await names.remember(connection, change.id);
      if (change.what === 'deleted') await names.forget(connection, change.id);
      view.lists.markStale(resourceNodeId(connection.id, 'keys', change.id));
      view.provider.refresh();
      return;
    }
    case 'sessions':
    case 'issuers':
    case 'schemas':
    case 'projects':
      // Their lists are short; those that are not shown load when they are opened.
      view.lists.markStale(`${connection.id}/`);
      view.provider.refresh();
  }
}

/** A changed row is read alone; nothing is read for a view that was not shown yet. */
async function followRow<T>(
  view: ExplorerView,
  connection: Connection,
  { kind, id, what }: ResourceChange,
  list: PagedList<T>,
  read: () => Promise<T>,
): Promise<void> {
  if (!list.loaded) {
    view.provider.refresh();
    return;
  }
  if (what === 'deleted') list.remove(id);
  else {
    try {
      list.put(await read());
    } catch {
      // The document has told what is wrong; the list says what it can when it is loaded anew.
      list.markStale();
    }
  }
  view.lists.markStale(`${resourceNodeId(connection.id, kind, id)}/`);
  view.provider.refresh();
}
