import type { Identity } from '@ory/client';
import { type Connection, hasService } from '../../../connections/model.ts';
import { getIdentity, listIdentities } from '../../../ory/operations/identities.ts';
import { PageWalk } from '../../../ory/paging.ts';
import { identityKind } from '../../../resources/identity/identity.ts';
import { IdentitySearch } from '../../../resources/identity/search.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { filterWords } from '../filter.ts';
import type { PagedList } from '../lists/paged-list.ts';
import { singlePage } from '../lists/single-page.ts';
import { identityNode } from '../nodes/identity-node.ts';
import { failureWords, isEmpty } from '../nodes/list-failure.ts';
import { listNodes } from '../nodes/list-nodes.ts';
import { pageSize } from '../page-size.ts';
import type { TreeNode } from '../tree-node.ts';

/** The Identities view of the active connection. */
export async function roots(view: ExplorerView): Promise<readonly TreeNode[]> {
  const { connection, filter } = view;
  if (!connection || !hasService(connection, identityKind.service)) return [];
  const list = identityList(view, connection);
  await list.ensure();
  // While it loaded, another connection or filter may have been chosen.
  if (view.connection !== connection || view.filter !== filter) return roots(view);
  view.setOutcome({
    empty: isEmpty(list),
    filtering: filter && (list.note ?? filterWords(filter)),
    failure: failureWords(view, list, connection),
  });
  return listNodes(view, list, {
    parent: undefined,
    id: view.ownListId(connection),
    plural: 'identities',
    toNode: (identity) => identityNode(view, connection, identity),
  });
}

/** The list behind the view: everybody, or those whom its filter finds. */
export function identityList(view: ExplorerView, connection: Connection): PagedList<Identity> {
  const { filter } = view;
  return view.lists.of<Identity>({
    id: view.ownListId(connection),
    row: undefined,
    keyOf: (identity) => identity.id,
    open: async () => {
      const client = await view.container.client(connection);
      const size = pageSize(listIdentities);
      if (filter?.by === 'identifier') return new IdentitySearch(client, filter.text, size);
      if (filter) {
        return singlePage(async (call) => [(await client.call(getIdentity, { id: filter.text }, call)).data]);
      }
      return new PageWalk(client, listIdentities, {}, size);
    },
  });
}
