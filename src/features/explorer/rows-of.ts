import type { Explorer } from './explorer.ts';
import type { ViewId } from './explorer-view.ts';
import type { TreeNode } from './tree-node.ts';

/** What a command on rows is called with: the row of a context menu, or the view in which a key was pressed. */
export type RowArgument = TreeNode | { readonly view: ViewId } | undefined;

/** The rows that a command is meant for: the clicked one with the selection it belongs to, or a view's selection. */
export function rowsOf(explorer: Explorer, first: RowArgument, selected: unknown): readonly TreeNode[] {
  if (Array.isArray(selected) && selected.length > 0) return selected as TreeNode[];
  if (isRow(first)) return [first];
  if (first && 'view' in first) return explorer.byId(first.view)?.tree.selection ?? [];
  return (
    explorer.views.find((view) => view.tree.visible && view.tree.selection.length > 0)?.tree.selection ?? []
  );
}

/** Whether an argument is one of our rows. */
export const isRow = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'getTreeItem' in value && 'id' in value;
