import type { OAuth2Client } from '@ory/client';
import { type Connection, hasService } from '../../../connections/model.ts';
import { getOAuth2Client, listOAuth2Clients } from '../../../ory/operations/clients.ts';
import { PageWalk } from '../../../ory/paging.ts';
import { clientKind } from '../../../resources/client/client.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { filterWords, type ViewFilter } from '../filter.ts';
import type { PagedList } from '../lists/paged-list.ts';
import { singlePage } from '../lists/single-page.ts';
import { clientNode } from '../nodes/client-node.ts';
import { failureWords, isEmpty } from '../nodes/list-failure.ts';
import { listNodes } from '../nodes/list-nodes.ts';
import { pageSize } from '../page-size.ts';
import type { TreeNode } from '../tree-node.ts';

/** The OAuth2 Clients view of the active connection. */
export async function roots(view: ExplorerView): Promise<readonly TreeNode[]> {
  const { connection, filter } = view;
  if (!connection || !hasService(connection, clientKind.service)) return [];
  const list = clientList(view, connection);
  await list.ensure();
  if (view.connection !== connection || view.filter !== filter) return roots(view);
  view.setOutcome({
    empty: isEmpty(list),
    filtering: filter && filterWords(filter),
    failure: failureWords(view, list, connection),
  });
  return listNodes(view, list, {
    parent: undefined,
    id: view.ownListId(connection),
    plural: 'clients',
    toNode: (client) => clientNode(view, connection, client),
  });
}

/** The list behind the view: all clients, or those of one name or owner. */
export function clientList(view: ExplorerView, connection: Connection): PagedList<OAuth2Client> {
  const { filter } = view;
  return view.lists.of<OAuth2Client>({
    id: view.ownListId(connection),
    row: undefined,
    keyOf: (client) => client.client_id ?? '',
    open: async () => {
      const client = await view.container.client(connection);
      if (filter?.by === 'id') {
        return singlePage(async (call) => [
          (await client.call(getOAuth2Client, { id: filter.text }, call)).data,
        ]);
      }
      return new PageWalk(client, listOAuth2Clients, parametersOf(filter), pageSize(listOAuth2Clients));
    },
  });
}

function parametersOf(filter: ViewFilter | undefined): { client_name?: string; owner?: string } {
  if (!filter) return {};
  return filter.by === 'owner' ? { owner: filter.text } : { client_name: filter.text };
}
