import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import type { Word } from '../../../editor/commands/words.ts';
import type { RowPart } from '../../../editor/row-part.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { treeItem } from '../row-item.ts';
import type { ListedRow, TreeNode } from '../tree-node.ts';

export interface GroupLook {
  /** Last part of the id, unique below the parent. */
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  /** What the group holds, as far as it is known by now. */
  readonly summary: () => string;
  /** Words that menus look for. */
  readonly context?: readonly Word[];
  readonly part?: RowPart;
  /** The list that it gathers; commands on the row read it. */
  readonly listed?: ListedRow;
  readonly children: (group: GroupNode) => readonly TreeNode[] | Promise<readonly TreeNode[]>;
}

/** A row that gathers others and says in a word or two what they are. */
export class GroupNode implements TreeNode {
  readonly id: string;
  readonly connection: Connection | undefined;
  readonly part?: RowPart;
  readonly listed?: ListedRow;

  constructor(
    private readonly view: ExplorerView,
    readonly parent: TreeNode | undefined,
    private readonly look: GroupLook,
    connection = parent?.connection,
  ) {
    this.id = groupId(parent?.id ?? connection?.id ?? '', look.key);
    this.connection = connection;
    if (look.part) this.part = look.part;
    if (look.listed) this.listed = look.listed;
  }

  getTreeItem(): vscode.TreeItem {
    const summary = this.look.summary();
    this.view.summaries.set(this.id, summary);
    const { label, icon, context = [] } = this.look;
    return treeItem(this.id, { label, description: summary, icon, context, children: 'collapsed' });
  }

  async getChildren(): Promise<readonly TreeNode[]> {
    const children = await this.look.children(this);
    this.view.refreshSummary(this.id, this.look.summary());
    return children;
  }
}

/** The id of a group below a row. */
export const groupId = (parent: string, key: string): string => `${parent}/+${key}`;
