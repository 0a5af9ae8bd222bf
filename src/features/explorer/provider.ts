import * as vscode from 'vscode';
import type { TreeNode } from './tree-node.ts';

/** One provider for all views: the rows say themselves how they look and what is below them. */
export class TreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly emitter = new vscode.EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.emitter.event;
  /** The rows as the editor knows them now: it refreshes a row only by the very object it was given. */
  private readonly known = new Map<string, TreeNode>();

  constructor(private readonly roots: () => Promise<readonly TreeNode[]>) {}

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return node.getTreeItem();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const children = await this.childrenOf(node);
    for (const child of children) this.known.set(child.id, child);
    return [...children];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const tooltip = node.tooltip?.();
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  /** Has the editor ask for a row and its children again; without an id, for everything. */
  refresh(id?: string): void {
    const node = id === undefined ? undefined : this.known.get(id);
    if (id === undefined || node) this.emitter.fire(node);
  }

  /** Finds a row by the ids that lead to it, from the top; loads what is on the way. */
  async find(ids: readonly string[]): Promise<TreeNode | undefined> {
    let node: TreeNode | undefined;
    for (const id of ids) {
      const children: readonly TreeNode[] = await this.childrenOf(node);
      node = children.find((child) => child.id === id);
      if (!node) return undefined;
    }
    return node;
  }

  /** Forgets the rows of a connection that is no longer shown. */
  forget(): void {
    this.known.clear();
  }

  private async childrenOf(node: TreeNode | undefined): Promise<readonly TreeNode[]> {
    return node ? ((await node.getChildren?.()) ?? []) : this.roots();
  }

  dispose(): void {
    this.emitter.dispose();
  }
}
