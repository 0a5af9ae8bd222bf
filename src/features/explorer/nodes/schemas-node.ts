import type { IdentitySchemaContainer } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { PageWalk } from '../../../ory/paging.ts';
import { listIdentitySchemas } from '../../../ory/operations/schemas.ts';
import { facts } from '../../../resources/row.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { pageSize } from '../page-size.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode, groupId } from './group-node.ts';
import { listNodes } from './list-nodes.ts';
import { ResourceNode } from './resource-node.ts';

/** Last part of the id of the row that gathers identity schemas. */
export const SCHEMAS = 'schemas';

/** The identity schemas of a connection. */
export function schemasNode(view: ExplorerView, parent: TreeNode, connection: Connection): TreeNode {
  const row = groupId(parent.id, SCHEMAS);
  const list = view.lists.of<IdentitySchemaContainer>({
    id: row,
    row,
    keyOf: (schema) => schema.id,
    open: async () => {
      const client = await view.container.client(connection);
      return new PageWalk(client, listIdentitySchemas, {}, pageSize(listIdentitySchemas));
    },
  });
  return new GroupNode(view, parent, {
    key: SCHEMAS,
    label: 'Identity schemas',
    icon: 'symbol-structure',
    summary: () => (list.loaded ? String(list.items.length) : ''),
    async children(group) {
      await list.ensure();
      return listNodes(view, list, {
        parent: group,
        id: row,
        plural: 'identity schemas',
        empty: 'No identity schemas',
        toNode: (schema) =>
          new ResourceNode({
            parent: group,
            connection,
            kind: 'schemas',
            row: {
              id: schema.id,
              label: schema.id,
              description: titleOf(schema),
              icon: 'symbol-structure',
              dimmed: false,
              facts: () => facts(['Id', schema.id], ['Title', titleOf(schema)]),
            },
          }),
      });
    },
  });
}

/** Old servers send the schema as text; its title is then left out. */
function titleOf({ schema }: IdentitySchemaContainer): string {
  const title: unknown = (schema as { readonly title?: unknown } | null)?.title;
  return typeof title === 'string' ? title : '';
}
