import type { ExplorerView } from '../explorer-view.ts';
import { ConnectionNode } from '../nodes/connection-node.ts';
import { LeafNode } from '../nodes/leaf-node.ts';
import type { TreeNode } from '../tree-node.ts';

/** The Projects view: every connection, and what of the settings can't be used. */
export function roots(view: ExplorerView): Promise<readonly TreeNode[]> {
  const { all, problems } = view.container.connections;
  return Promise.resolve([
    ...all.map((connection) => new ConnectionNode(view, connection)),
    ...problems.map(
      ({ scope, at, message }) =>
        new LeafNode(
          `+problem/${scope}/${at}`,
          undefined,
          {
            label: `Entry ${at + 1} of ory.connections`,
            description: message,
            icon: 'warning',
            iconColor: 'list.warningForeground',
            command: {
              command:
                scope === 'user'
                  ? 'workbench.action.openSettingsJson'
                  : 'workbench.action.openWorkspaceSettingsFile',
              title: 'Open Settings',
            },
          },
          { copied: message },
        ),
    ),
  ]);
}
