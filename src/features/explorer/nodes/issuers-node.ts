import type { TrustedOAuth2JwtGrantIssuer } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { PageWalk } from '../../../ory/paging.ts';
import { listTrustedOAuth2JwtGrantIssuers } from '../../../ory/operations/trusted-issuers.ts';
import { issuerRow } from '../../../resources/issuer/issuer.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { pageSize } from '../page-size.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode, groupId } from './group-node.ts';
import { listNodes } from './list-nodes.ts';
import { ResourceNode } from './resource-node.ts';

/** Last part of the id of the row that gathers the trusted issuers. */
export const ISSUERS = 'issuers';

/** The issuers whose assertions Hydra exchanges for tokens; asked for when the row is expanded. */
export function issuersNode(view: ExplorerView, connection: Connection): TreeNode {
  const row = groupId(connection.id, ISSUERS);
  const list = view.lists.of<TrustedOAuth2JwtGrantIssuer>({
    id: row,
    row,
    keyOf: (issuer) => issuer.id ?? '',
    open: async () => {
      const client = await view.container.client(connection);
      const operation = listTrustedOAuth2JwtGrantIssuers;
      return new PageWalk(client, operation, {}, pageSize(operation));
    },
  });
  return new GroupNode(
    view,
    undefined,
    {
      key: ISSUERS,
      label: 'Trusted issuers',
      icon: 'verified',
      summary: () => {
        if (!list.loaded) return '';
        return list.items.length === 0 ? 'none' : `${list.items.length}${list.more ? '+' : ''}`;
      },
      async children(group) {
        await list.ensure();
        return listNodes(view, list, {
          parent: group,
          id: row,
          plural: 'trusted issuers',
          empty: 'No trusted issuers',
          toNode: (issuer) =>
            new ResourceNode({ parent: group, connection, kind: 'issuers', row: issuerRow(issuer) }),
        });
      },
    },
    connection,
  );
}
