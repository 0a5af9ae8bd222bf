import type { OAuth2Client } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { clientRow } from '../../../resources/client/row.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { idPart } from '../row-id.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode } from './group-node.ts';
import { LeafNode } from './leaf-node.ts';
import { ResourceNode } from './resource-node.ts';

/** An OAuth 2.0 client with what the listing says of it. */
export function clientNode(view: ExplorerView, connection: Connection, client: OAuth2Client): TreeNode {
  const groups = groupsOf(client);
  return new ResourceNode({
    parent: undefined,
    connection,
    kind: 'clients',
    row: clientRow(client),
    ...(groups.length === 0
      ? {}
      : { children: (node: TreeNode) => groups.map((group) => valuesNode(view, node, group)) }),
  });
}

interface Values {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly valueIcon: string;
  readonly values: readonly string[];
}

function groupsOf(client: OAuth2Client): Values[] {
  const all: Values[] = [
    {
      key: 'redirect-uris',
      label: 'Redirect URIs',
      icon: 'references',
      valueIcon: 'link',
      values: client.redirect_uris ?? [],
    },
    {
      key: 'scopes',
      label: 'Scopes',
      icon: 'tag',
      valueIcon: 'tag',
      values: (client.scope ?? '').split(' ').filter(Boolean),
    },
    {
      key: 'post-logout-uris',
      label: 'Post-logout URIs',
      icon: 'sign-out',
      valueIcon: 'link',
      values: client.post_logout_redirect_uris ?? [],
    },
    { key: 'contacts', label: 'Contacts', icon: 'mail', valueIcon: 'mail', values: client.contacts ?? [] },
  ];
  return all.filter(({ values }) => values.length > 0);
}

function valuesNode(view: ExplorerView, parent: TreeNode, { key, label, icon, valueIcon, values }: Values) {
  return new GroupNode(view, parent, {
    key,
    label,
    icon,
    summary: () => (values.length === 1 ? (values[0] ?? '') : String(values.length)),
    children: (group) =>
      // The same value may stand there twice.
      values.map(
        (value, at) =>
          new LeafNode(
            `${group.id}/${at}/${idPart(value)}`,
            group,
            { label: value, icon: valueIcon },
            { copied: value },
          ),
      ),
  });
}
