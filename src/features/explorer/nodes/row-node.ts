import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { link } from '../../../editor/commands/link.ts';
import type { Word } from '../../../editor/commands/words.ts';
import type { DocumentRef } from '../../../editor/document-uri.ts';
import { connectionWords, resourceWords } from '../../../editor/resource-words.ts';
import type { RowPart } from '../../../editor/row-part.ts';
import type { Kind, KindId } from '../../../kinds/kind.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import type { Row } from '../../../kinds/row.ts';
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
  readonly context?: readonly Word[];
  /** Whether the server is known not to have it: then it can't be opened. */
  readonly missing?: (node: TreeNode) => boolean;
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
    this.name = (row.name ?? row.label) || row.id;
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
      return link('openMessage', l10n.t('Open Message'), { part: this.part });
    }
    if (opens) {
      const ref: DocumentRef = { connection: connection.id, kind: opens.kind, id: opens.id };
      return link('openDocument', opens.title, ref, opens.id, 'row');
    }
    if (!this.ref) return undefined;
    return link('openDocument', l10n.t('Open Document'), this.ref, this.name, 'row');
  }

  private words(): readonly Word[] {
    const { connection, kind, row, context = [], missing } = this.options;
    const own: readonly Word[] = [...(row.context ?? []), ...context];
    if (!kind) {
      const words = [...own, ...(row.state ?? [])];
      return words.length > 0 && !connection.readOnly ? [...words, 'writable'] : words;
    }
    if (missing?.(this)) return [kind, 'id', ...connectionWords(connection), ...own];
    const words = resourceWords(KINDS[kind], connection, row.state).filter((word) => word !== 'network');
    return [...words, ...(isOnNetwork(connection, KINDS[kind], row) ? (['network'] as const) : []), ...own];
  }
}

/** Whether the Ory Console shows it: with the project of the connection, or as what a workspace's key lists. */
const isOnNetwork = (connection: Connection, { service, consolePage }: Kind, { opens }: Row): boolean =>
  opens === 'nothing' ||
  typeof consolePage === 'function' ||
  (service === 'console' && connection.type === 'workspace')
    ? connection.type !== 'self-hosted'
    : connection.type === 'network' && connection.projectId !== undefined;

/** The id of a resource's row below another row or at the top. */
export const resourceNodeId = (parent: string, kind: KindId, id: string): string =>
  `${parent}/${kind}/${idPart(id)}`;
