import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import type { Word } from '../../../editor/commands/words.ts';
import type { DocumentRef } from '../../../editor/document-uri.ts';
import { connectionWords, resourceWords } from '../../../editor/resource-words.ts';
import type { KindId } from '../../../resources/kind.ts';
import { KINDS } from '../../../resources/kinds.ts';
import type { Row } from '../../../resources/row.ts';
import { idPart } from '../row-id.ts';
import { type ItemLook, lookOf, treeItem } from '../row-item.ts';
import { factsTooltip } from '../tooltip.ts';
import type { TreeNode } from '../tree-node.ts';

export interface ResourceOptions {
  readonly parent: TreeNode | undefined;
  readonly connection: Connection;
  readonly kind: KindId;
  /** The resource's id, where it is not that of the row. */
  readonly resourceId?: string;
  readonly row: Row;
  /** Look that differs from the row's; asked for whenever the row is drawn. */
  readonly look?: () => Partial<ItemLook>;
  /** Words for menus beside those that the kind itself gives. */
  readonly context?: readonly Word[];
  /** Whether the server is known not to have it: then it can't be opened. */
  readonly missing?: () => boolean;
  readonly children?: (node: ResourceNode) => readonly TreeNode[] | Promise<readonly TreeNode[]>;
}

/** A resource that has a document: a click opens it. */
export class ResourceNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly connection: Connection;
  readonly ref: DocumentRef;
  readonly name: string;
  readonly getChildren?: () => readonly TreeNode[] | Promise<readonly TreeNode[]>;

  constructor(private readonly options: ResourceOptions) {
    const { parent, connection, kind, row, children, resourceId } = options;
    this.id = resourceNodeId(parent?.id ?? connection.id, kind, row.id);
    this.parent = parent;
    this.connection = connection;
    this.ref = { connection: connection.id, kind, id: resourceId ?? row.id };
    this.name = row.label;
    if (children) this.getChildren = () => children(this);
  }

  getTreeItem(): vscode.TreeItem {
    const { row, look, children } = this.options;
    return treeItem(this.id, {
      ...lookOf(row),
      ...(children ? { children: 'collapsed' as const } : {}),
      context: this.words(),
      command: {
        command: 'ory.openDocument',
        title: 'Open Document',
        arguments: [this.ref, this.name, 'row'],
      },
      ...look?.(),
    });
  }

  tooltip(): vscode.MarkdownString {
    return factsTooltip(this.options.row.label, this.options.row.facts());
  }

  private words(): readonly Word[] {
    const { connection, kind, row, context = [] } = this.options;
    const missing = this.options.missing?.() ?? false;
    const words = missing
      ? [kind, 'id' as const, ...connectionWords(connection)]
      : resourceWords(KINDS[kind], connection, row.state);
    return [...words, ...context];
  }
}

/** The id of a resource's row below another row or at the top. */
export const resourceNodeId = (parent: string, kind: KindId, id: string): string =>
  `${parent}/${kind}/${idPart(id)}`;
