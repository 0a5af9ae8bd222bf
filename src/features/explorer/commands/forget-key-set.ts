import { KINDS } from '../../../kinds/kinds.ts';
import type { Explorer } from '../explorer.ts';
import { KnownNames } from '../known-names.ts';
import type { TreeNode } from '../tree-node.ts';

/** Takes sets that were added by name off the Keys view; on the server nothing changes. */
export async function run(
  { container, keys }: Explorer,
  node: TreeNode | undefined,
  selected: readonly TreeNode[] | undefined,
): Promise<void> {
  for (const { ref, connection } of selected ?? (node ? [node] : keys.tree.selection)) {
    const listing = ref && KINDS[ref.kind].listings.find(({ known }) => known);
    if (!ref || !listing || !connection) continue;
    await new KnownNames(container.context.globalState, listing).forget(connection, ref.id);
  }
  keys.provider.refresh();
}
