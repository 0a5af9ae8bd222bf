import * as l10n from '@vscode/l10n';
import type { Connection } from '../../../connections/model.ts';
import { errorWords, type ErrorWords } from '../../../editor/error-words.ts';
import { hasStatus, isOryError } from '../../../ory/errors.ts';
import type { ExplorerView } from '../explorer-view.ts';
import type { ListFailure, PagedList } from '../lists/paged-list.ts';
import type { TreeNode } from '../tree-node.ts';
import { LeafNode } from './leaf-node.ts';

interface FailedRows {
  readonly parent: TreeNode | undefined;
  readonly id: string;
  readonly plural: string;
}

/** Whether a list is known to hold nothing. */
export const isEmpty = (
  list: Pick<PagedList<unknown>, 'loaded' | 'items' | 'more' | 'failure' | 'pause'>,
): boolean => list.loaded && list.items.length === 0 && !list.more && !list.failure && !list.pause;

/** What went wrong with a list, as a sentence without secrets; undefined where nothing did. */
export function failureWords(
  view: ExplorerView,
  { failure }: { readonly failure: ListFailure | undefined },
  connection: Connection,
): string | undefined {
  if (!failure || isOryError(failure.error, 'cancelled')) return undefined;
  return view.container.redactor.text(wordsOf(failure.error, connection).message);
}

const doing = {
  load: l10n.t('Couldn’t load'),
  refresh: l10n.t('Couldn’t refresh'),
  more: l10n.t('Couldn’t load more'),
} as const;

/** What went wrong with a list, with a click to try again, and what else one can do about it. */
export function failureNodes(
  view: ExplorerView,
  { error, during }: ListFailure,
  rows: FailedRows,
): TreeNode[] {
  const { parent, id, plural } = rows;
  const connection = parent?.connection ?? view.connection;
  const retry = { command: 'ory.retryLoading', title: l10n.t('Retry'), arguments: [view.id, id] };
  if (isOryError(error, 'cancelled')) {
    return [
      new LeafNode(`${id}:stopped`, parent, {
        label: l10n.t('Stopped loading {0}', plural),
        description: l10n.t('click to go on'),
        icon: 'debug-stop',
        command: retry,
      }),
    ];
  }
  const words = wordsOf(error, connection, parent ? plural : undefined);
  const message = view.container.redactor.text(words.message);
  const nodes: TreeNode[] = [
    new LeafNode(
      `${id}:error`,
      parent,
      {
        label: `${doing[during]} ${plural}`,
        // Above the view's own rows the words stand in its message, where they fit.
        description: parent ? message : l10n.t('click to try again'),
        icon: 'error',
        iconColor: 'errorForeground',
        command: retry,
      },
      {
        copied: message,
        facts: [
          { name: 'Why', value: message },
          { name: 'Next', value: l10n.t('Click to try again.') },
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

/**
 * A list is never deleted: a server without it is another server than was meant, is too old, or has it in no plan.
 * @param plural what is listed, where that stands below a row: then the address may well be right
 */
function wordsOf(
  error: unknown,
  connection: Connection | undefined,
  plural?: string,
): Pick<ErrorWords, 'message' | 'next'> {
  const where = connection?.name ?? 'Ory';
  if (hasStatus(error, 404, 405) && error.facts.operation?.startsWith('list')) {
    const status = error.status ?? 404;
    if (plural !== undefined && connection?.type !== 'self-hosted') {
      return {
        message: l10n.t('No list of {0} ({1}): the plan may not include them.', plural, status),
        next: [],
      };
    }
    if (plural !== undefined && error.facts.service === 'kratos-admin') {
      return {
        message: l10n.t(
          '{0} lists no {1} ({2}): the server may be too old, or the address wrong.',
          where,
          plural,
          status,
        ),
        next: ['edit-connection'],
      };
    }
    return {
      message: l10n.t(
        '{0} has no such list ({1}): is this the right address?',
        error.facts.origin ?? where,
        error.status ?? 404,
      ),
      next: ['edit-connection'],
    };
  }
  return errorWords(error, where, connection);
}

/** What a row offers beside trying again; the first that fits. */
const actions = [
  {
    step: 'start-sandbox',
    label: l10n.t('Start the local sandbox'),
    icon: 'beaker',
    command: 'ory.startSandbox',
  },
  { step: 'enter-key', label: l10n.t('Enter API key…'), icon: 'key', command: 'ory.enterKey' },
  { step: 'edit-connection', label: l10n.t('Edit connection…'), icon: 'edit', command: 'ory.editConnection' },
] as const;
