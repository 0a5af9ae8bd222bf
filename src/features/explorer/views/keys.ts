import { hasService } from '../../../connections/model.ts';
import { keySetKind } from '../../../resources/key-set/key-set.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { KeySetNames } from '../key-set-names.ts';
import { issuersNode } from '../nodes/issuers-node.ts';
import { keySetNode } from '../nodes/key-set-node.ts';
import type { TreeNode } from '../tree-node.ts';

/** The Keys view of the active connection: key sets by name, and the issuers that Hydra trusts. Asks nothing. */
export function roots(view: ExplorerView): Promise<readonly TreeNode[]> {
  const { connection } = view;
  if (!connection || !hasService(connection, keySetKind.service)) return Promise.resolve([]);
  const names = new KeySetNames(view.container.context.globalState);
  const remembered = new Set(names.remembered(connection));
  return Promise.resolve([
    ...names.of(connection).map((set) => keySetNode(view, connection, set, remembered.has(set))),
    issuersNode(view, connection),
  ]);
}
