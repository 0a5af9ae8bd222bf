import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { addressOf, type Connection } from '../../../connections/model.ts';
import { serviceName } from '../../../connections/endpoints.ts';
import { errorWords } from '../../../editor/error-words.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { facts } from '../../../kinds/row.ts';
import { type ServiceHealth, serviceHealth } from '../../../kinds/service-health.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { singlePage } from '../../../ory/single-page.ts';
import type { PagedList } from '../lists/paged-list.ts';
import { oneLine } from '../../../editor/text.ts';
import type { TreeNode } from '../tree-node.ts';
import { treeItem } from '../row-item.ts';
import { factsTooltip } from '../tooltip.ts';

/** A server of a connection: whether it answers and in which version, asked when the connection is expanded. */
export function serviceNode(
  view: ExplorerView,
  parent: TreeNode,
  connection: Connection,
  service: Service,
): TreeNode {
  const id = `${parent.id}/+service/${service}`;
  const address = addressOf(connection, service) ?? '';
  const list = view.lists.of<ServiceHealth>({
    id,
    row: id,
    keyOf: () => service,
    open: async () => {
      const client = await view.container.client(connection);
      return singlePage(async (call) => [await serviceHealth(client, service, call)]);
    },
  });
  // The row stands at once and is told when the server has answered, or has not for long.
  void list.ensure().then(() => view.refreshSummary(id, look(list, connection).summary));
  return {
    id,
    parent,
    connection,
    copied: address,
    getTreeItem() {
      const { summary, icon, iconColor, command } = look(list, connection);
      view.summaries.set(id, summary);
      return treeItem(id, {
        label: serviceName(service),
        description: summary,
        icon,
        ...(iconColor ? { iconColor } : {}),
        ...(command ? { command } : {}),
      });
    },
    tooltip: () =>
      factsTooltip(
        serviceName(service),
        facts(
          ['Address', address],
          ['State', look(list, connection).summary],
          ['Details', list.items[0]?.detail],
        ),
      ),
  };
}

interface Look {
  readonly summary: string;
  readonly icon: string;
  readonly iconColor?: string;
  /** What a click does about it. */
  readonly command?: vscode.Command;
}

function look(list: PagedList<ServiceHealth>, connection: Connection): Look {
  const health = list.items[0];
  if (list.failure) {
    const { message, next } = errorWords(list.failure.error, connection.name, connection);
    const failed = { icon: 'error', iconColor: 'errorForeground' };
    if (!next.includes('start-sandbox')) return { ...failed, summary: oneLine(message) };
    const command = { command: 'ory.startSandbox', title: l10n.t('Start the Local Sandbox') };
    return { ...failed, summary: l10n.t('not running · click to start the local sandbox'), command };
  }
  if (!health) return { summary: l10n.t('checking…'), icon: 'loading~spin' };
  const version = health.version ?? '';
  const summary = [health.ready ? 'healthy' : l10n.t('not ready'), version].filter(Boolean).join(' · ');
  return health.ready
    ? { summary, icon: 'pass', iconColor: 'testing.iconPassed' }
    : { summary, icon: 'warning', iconColor: 'list.warningForeground' };
}
