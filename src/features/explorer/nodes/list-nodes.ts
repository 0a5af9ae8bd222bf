import { errorWords, type ErrorWords } from '../../../editor/error-words.ts';
import { hasStatus, isOryError } from '../../../ory/errors.ts';
import type { ExplorerView } from '../explorer-view.ts';
import type { ListFailure, PagedList } from '../lists/paged-list.ts';
import type { TreeNode } from '../tree-node.ts';
import { LeafNode } from './leaf-node.ts';

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
    label: 'Load more…',
    description: `${count.toLocaleString('en')} shown`,
    icon: 'ellipsis',
    command: { command: 'ory.loadMore', title: 'Load More', arguments: [view.id, id] },
  });
}

function waitNode(view: ExplorerView, { parent, id }: Rows): TreeNode {
  return new LeafNode(`${id}:wait`, parent, {
    label: 'Waiting, as Ory asks…',
    description: 'click to stop waiting',
    icon: 'watch',
    command: { command: 'ory.stopLoading', title: 'Stop Waiting', arguments: [view.id, id] },
  });
}

const doing = {
  load: 'Couldn’t load',
  refresh: 'Couldn’t refresh',
  more: 'Couldn’t load more',
} as const;

function failureNodes(view: ExplorerView, { error, during }: ListFailure, rows: Rows): TreeNode[] {
  const { parent, id, plural } = rows;
  const connection = parent?.connection ?? view.connection;
  const retry = { command: 'ory.retryLoading', title: 'Retry', arguments: [view.id, id] };
  if (isOryError(error, 'cancelled')) {
    return [
      new LeafNode(`${id}:stopped`, parent, {
        label: `Stopped loading ${plural}`,
        description: 'click to go on',
        icon: 'debug-stop',
        command: retry,
      }),
    ];
  }
  const words = wordsOf(error, connection?.name ?? 'Ory');
  const message = view.container.redactor.text(words.message);
  const nodes: TreeNode[] = [
    new LeafNode(
      `${id}:error`,
      parent,
      {
        label: `${doing[during]} ${plural}`,
        description: message,
        icon: 'error',
        iconColor: 'errorForeground',
        command: retry,
      },
      {
        copied: message,
        facts: [
          { name: 'Why', value: message },
          { name: 'Next', value: 'Click to try again.' },
        ],
      },
    ),
  ];
  const action = connection && actions.find(({ step }) => words.next.includes(step));
  if (action) {
    nodes.push(
      new LeafNode(`${id}:action`, parent, {
        label: action.label,
        icon: action.icon,
        command: { command: action.command, title: action.label, arguments: [connection] },
      }),
    );
  }
  return nodes;
}

/** A list is never deleted: a server without it is another server than was meant. */
function wordsOf(error: unknown, where: string): Pick<ErrorWords, 'message' | 'next'> {
  if (hasStatus(error, 404, 405) && error.facts.operation?.startsWith('list')) {
    return {
      message: `${error.facts.origin ?? where} has no such list (${error.status ?? 404}): is this the right address?`,
      next: ['edit-connection'],
    };
  }
  return errorWords(error, where);
}

/** What a row offers beside trying again; the first that fits. */
const actions = [
  { step: 'enter-key', label: 'Enter API key…', icon: 'key', command: 'ory.enterKey' },
  { step: 'edit-connection', label: 'Edit connection…', icon: 'edit', command: 'ory.editConnection' },
] as const;
