import * as l10n from '@vscode/l10n';
import type { ExplorerView } from '../explorer-view.ts';
import type { PagedList } from '../lists/paged-list.ts';
import type { TreeNode } from '../tree-node.ts';
import { LeafNode } from './leaf-node.ts';
import { failureNodes } from './list-failure.ts';

export interface ListRows<T> {
  readonly parent: TreeNode | undefined;
  /** Id of the list in the view's registry; the ids of its own rows begin with it. */
  readonly id: string;
  /** "identities". */
  readonly plural: string;
  readonly toNode: (item: T) => TreeNode;
  /** What stands there when there is nothing; without it the view's welcome text does. */
  readonly empty?: string;
}

/** The rows of a list: its items, "Load more…", what went wrong and how to go on, and a wait that can be ended. */
export function listNodes<T>(view: ExplorerView, list: PagedList<T>, rows: ListRows<T>): TreeNode[] {
  const { failure } = list;
  const failed = failure ? failureNodes(view, failure, rows) : [];
  const items = list.items.map(rows.toNode);
  if (list.pause) return [...items, waitNode(view, rows)];
  if (list.searching) return [...items, searchNode(view, rows)];
  if (failure?.during === 'more') return [...items, ...failed];
  const more = list.more ? [moreNode(view, list.items.length, rows)] : [];
  const all = [...failed, ...items, ...more];
  if (all.length > 0 || rows.empty === undefined) return all;
  return [new LeafNode(`${rows.id}:empty`, rows.parent, { label: rows.empty, icon: 'dash', dimmed: true })];
}

type Rows = Pick<ListRows<never>, 'parent' | 'id' | 'plural'>;

function moreNode(view: ExplorerView, count: number, { parent, id }: Rows): TreeNode {
  // A new id for each page: the row that was clicked is gone, so that the selection doesn't jump to the end.
  return new LeafNode(`${id}:more:${count}`, parent, {
    label: l10n.t('Load more…'),
    description: l10n.t('{0} shown', count.toLocaleString('en')),
    icon: 'ellipsis',
    command: { command: 'ory.loadMore', title: l10n.t('Load More'), arguments: [view.id, id] },
  });
}

function waitNode(view: ExplorerView, { parent, id }: Rows): TreeNode {
  return new LeafNode(`${id}:wait`, parent, {
    label: l10n.t('Waiting, as Ory asks…'),
    description: l10n.t('click to stop waiting'),
    icon: 'watch',
    command: { command: 'ory.stopLoading', title: l10n.t('Stop Waiting'), arguments: [view.id, id] },
  });
}

function searchNode(view: ExplorerView, { parent, id }: Rows): TreeNode {
  return new LeafNode(`${id}:search`, parent, {
    label: l10n.t('Searching…'),
    description: l10n.t('click to stop'),
    icon: 'loading~spin',
    command: { command: 'ory.stopLoading', title: l10n.t('Stop Searching'), arguments: [view.id, id] },
  });
}
