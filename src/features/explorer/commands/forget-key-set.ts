import type { Explorer } from '../explorer.ts';
import { KeySetNames } from '../key-set-names.ts';
import type { TreeNode } from '../tree-node.ts';

/** Takes sets that were added by name off the Keys view; on the server nothing changes. */
export async function run(
  { container, keys }: Explorer,
  node: TreeNode | undefined,
  selected: readonly TreeNode[] | undefined,
): Promise<void> {
  const names = new KeySetNames(container.context.globalState);
  for (const { ref, connection } of selected ?? (node ? [node] : keys.tree.selection)) {
    if (ref?.kind === 'keys' && connection) await names.forget(connection, ref.id);
  }
  keys.provider.refresh();
}
