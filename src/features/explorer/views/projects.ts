import * as l10n from '@vscode/l10n';
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
            label: l10n.t('Entry {0} of ory.connections', at + 1),
            description: message,
            icon: 'warning',
            iconColor: 'list.warningForeground',
            command: {
              command:
                scope === 'user'
                  ? 'workbench.action.openSettingsJson'
                  : 'workbench.action.openWorkspaceSettingsFile',
              title: l10n.t('Open Settings'),
            },
          },
          { copied: message },
        ),
    ),
  ]);
}
