import type { Identity, Session } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { PageWalk } from '../../../ory/paging.ts';
import { listIdentitySessions } from '../../../ory/operations/sessions.ts';
import { identityRow } from '../../../resources/identity/row.ts';
import { sessionRow } from '../../../resources/session/session.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { pageSize } from '../page-size.ts';
import type { TreeNode } from '../tree-node.ts';
import { addressesNode } from './address-nodes.ts';
import { consentsNode } from './consents-node.ts';
import { credentialsNode } from './credential-nodes.ts';
import { GroupNode, groupId } from './group-node.ts';
import { listNodes } from './list-nodes.ts';
import { ResourceNode } from './resource-node.ts';

/** An identity with its credentials, addresses and sessions. */
export function identityNode(view: ExplorerView, connection: Connection, identity: Identity): TreeNode {
  return new ResourceNode({
    parent: undefined,
    connection,
    kind: 'identities',
    row: identityRow(identity),
    children: (node) => [
      credentialsNode(view, connection, node, identity.id),
      ...addressesNode(view, node, identity),
      sessionsNode(view, connection, node, identity.id),
      ...consentsNode(view, connection, node, identity.id),
    ],
  });
}

/** Last part of the id of the row that gathers an identity's sessions. */
export const SESSIONS = 'sessions';

function sessionsNode(view: ExplorerView, connection: Connection, parent: TreeNode, id: string): TreeNode {
  const row = groupId(parent.id, SESSIONS);
  const list = view.lists.of<Session>({
    id: row,
    row,
    keyOf: (session) => session.id,
    open: async () => {
      const client = await view.container.client(connection);
      return new PageWalk(client, listIdentitySessions, { id }, pageSize(listIdentitySessions));
    },
  });
  return new GroupNode(view, parent, {
    key: SESSIONS,
    label: 'Sessions',
    icon: 'vm',
    summary: () => {
      if (!list.loaded) return '';
      const active = list.items.filter((session) => session.active).length;
      if (list.items.length === 0) return 'none';
      return active === 0 && !list.more ? 'none active' : `${active}${list.more ? '+' : ''} active`;
    },
    async children(group) {
      await list.ensure();
      return listNodes(view, list, {
        parent: group,
        id: row,
        plural: 'sessions',
        empty: 'No sessions',
        toNode: (session) =>
          new ResourceNode({ parent: group, connection, kind: 'sessions', row: sessionRow(session) }),
      });
    },
  });
}
