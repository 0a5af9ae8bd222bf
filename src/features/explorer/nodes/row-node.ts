import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import type { DocumentRef } from '../../../editor/document-uri.ts';
import type { RowPart } from '../../../editor/row-part.ts';
import type { Kind, KindId } from '../../../resources/kind.ts';
import { KINDS } from '../../../resources/kinds.ts';
import type { Row } from '../../../resources/row.ts';
import { idPart } from '../row-id.ts';
import { type ItemLook, lookOf, treeItem } from '../row-item.ts';
import { factsTooltip } from '../tooltip.ts';
import type { TreeNode } from '../tree-node.ts';

type Children = readonly TreeNode[] | Promise<readonly TreeNode[]>;

export interface RowOptions {
  readonly parent: TreeNode | undefined;
  readonly connection: Connection;
  /** The kind of resource that it is; undefined where it has no document of its own. */
  readonly kind: KindId | undefined;
  readonly row: Row;
  /** Look that differs from the row's; asked for whenever the row is drawn. */
  readonly look?: (node: TreeNode) => Partial<ItemLook>;
  /** Words for menus beside those of the row and its kind. */
  readonly context?: readonly string[];
  readonly children?: (node: TreeNode) => Children;
}

/** A row of a list: a resource, whose document a click opens, or a part of one. */
export class RowNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly connection: Connection;
  readonly ref?: DocumentRef;
  readonly name: string;
  readonly part?: RowPart;
  readonly copied?: string;
  /** What its list said of it; commands on the row read it. */
  readonly item: unknown;
  readonly getChildren?: () => Children;

  constructor(private readonly options: RowOptions) {
    const { parent, connection, kind, row, children } = options;
    const above = parent?.id ?? connection.id;
    this.id = kind ? resourceNodeId(above, kind, row.id) : `${above}/${idPart(row.id)}`;
    this.parent = parent;
    this.connection = connection;
    this.name = row.name ?? row.label;
    this.item = row.item;
    if (kind) this.ref = { connection: connection.id, kind, id: row.id };
    if (row.part) this.part = { connection: connection.id, ...row.part };
    if (row.copied !== undefined) this.copied = row.copied;
    if (children) this.getChildren = () => children(this);
  }

  getTreeItem(): vscode.TreeItem {
    const { row, look, children } = this.options;
    const command = this.click();
    return treeItem(this.id, {
      ...lookOf(row),
      ...(children ? { children: 'collapsed' as const } : {}),
      context: this.words(),
      ...(command ? { command } : {}),
      ...look?.(this),
    });
  }

  tooltip(): vscode.MarkdownString {
    return factsTooltip(this.options.row.label, this.options.row.facts());
  }

  private click(): ItemLook['command'] {
    const { row, connection } = this.options;
    const { opens, part } = row;
    if (opens === 'nothing') return undefined;
    if (part?.is === 'message') {
      return { command: 'ory.openMessage', title: 'Open Message', arguments: [{ part: this.part }] };
    }
    if (opens) {
      const ref: DocumentRef = { connection: connection.id, kind: opens.kind, id: opens.id };
      return { command: 'ory.openDocument', title: opens.title, arguments: [ref, opens.id, 'row'] };
    }
    if (!this.ref) return undefined;
    const title = 'Open Document';
    return { command: 'ory.openDocument', title, arguments: [this.ref, this.name, 'row'] };
  }

  private words(): readonly string[] {
    const { connection, kind, row, context = [] } = this.options;
    const own = [...(row.context ?? []), ...context];
    const { readOnly } = connection;
    if (!kind) return own.length > 0 && !readOnly ? [...own, 'writable'] : own;
    const declared = KINDS[kind];
    const isProject = row.opens === 'nothing';
    return [
      'document',
      'id',
      ...(isProject ? [] : [kind]),
      ...(readOnly ? [] : ['writable']),
      ...('reveal' in declared ? ['secrets'] : []),
      ...(declared.removing && !readOnly ? ['deletable'] : []),
      ...(declared.writtenAs || isProject ? [] : ['json']),
      ...(declared.nameMember && !isProject ? ['renamable'] : []),
      ...(isOnNetwork(connection, declared, isProject) ? ['network'] : []),
      ...own,
    ];
  }
}

/** Whether the Ory Console shows it: with the project of the connection, or as what a workspace's key lists. */
const isOnNetwork = (connection: Connection, { service, consolePage }: Kind, isProject: boolean): boolean =>
  isProject || typeof consolePage === 'function' || (service === 'console' && connection.type === 'workspace')
    ? connection.type !== 'self-hosted'
    : connection.type === 'network' && connection.projectId !== undefined;

/** The id of a resource's row below another row or at the top. */
export const resourceNodeId = (parent: string, kind: KindId, id: string): string =>
  `${parent}/${kind}/${idPart(id)}`;
