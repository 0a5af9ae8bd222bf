import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import type { RowPart } from '../../../editor/row-part.ts';
import type { Fact } from '../../../kinds/row.ts';
import { type ItemLook, treeItem } from '../row-item.ts';
import { factsTooltip } from '../tooltip.ts';
import type { TreeNode } from '../tree-node.ts';

/** A row with nothing below it that stands for no resource of its own: an address, a scope, a remark. */
export class LeafNode implements TreeNode {
  readonly connection: Connection | undefined;
  readonly copied?: string;
  readonly part?: RowPart;

  constructor(
    readonly id: string,
    readonly parent: TreeNode | undefined,
    private readonly look: ItemLook,
    private readonly more: {
      readonly copied?: string;
      readonly facts?: readonly Fact[];
      readonly part?: RowPart;
    } = {},
  ) {
    this.connection = parent?.connection;
    if (more.copied !== undefined) this.copied = more.copied;
    if (more.part !== undefined) this.part = more.part;
  }

  getTreeItem(): vscode.TreeItem {
    return treeItem(this.id, this.look);
  }

  tooltip(): vscode.MarkdownString {
    const { label, description = '' } = this.look;
    return factsTooltip(
      label,
      this.more.facts ?? (description ? [{ name: 'Details', value: description }] : []),
    );
  }
}
