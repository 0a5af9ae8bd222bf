import type * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { DocumentRef } from '../../editor/document-uri.ts';
import type { RowPart } from '../../editor/row-part.ts';
import type { KindId } from '../../kinds/kind.ts';
import type { Listing } from '../../kinds/listing.ts';

/** The list that a row gathers. */
export interface ListedRow {
  readonly listing: Listing;
  /** The kind of its resources; undefined where those have no documents. */
  readonly kind: KindId | undefined;
  /** Id of what it is a part of; '' for the whole connection. */
  readonly of: string;
}

/** One row of a view. Rows are made anew whenever their parent is asked for its children; only the id stays. */
export interface TreeNode {
  /** Unique within its view and the same after a refresh: place and expansion hang on it. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly connection?: Connection | undefined;
  /** The resource that the row stands for, where it has a document. */
  readonly ref?: DocumentRef;
  /** What people call it. */
  readonly name?: string;
  /** What the row stands for where that has no document of its own. */
  readonly part?: RowPart;
  /** The list that it gathers. */
  readonly listed?: ListedRow;
  /** What its list said of it. */
  readonly item?: unknown;
  /** What "Copy ID" copies, where that is not the id of the resource. */
  readonly copied?: string;
  getTreeItem(): vscode.TreeItem;
  getChildren?(): readonly TreeNode[] | Promise<readonly TreeNode[]>;
  /** Everything else there is to know; made when the row is hovered. */
  tooltip?(): vscode.MarkdownString;
}
