import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { type Connection, hasService, kindOf } from '../../../connections/model.ts';
import { addressOf } from '../../../connections/model.ts';
import { serviceName } from '../../../connections/endpoints.ts';
import { connectionWords } from '../../../editor/resource-words.ts';
import { SERVICES } from '../../../ory/operations/operation.ts';
import { connectionListings } from '../../../kinds/listings-of.ts';
import { belowProject } from '../../../kinds/project/row.ts';
import { facts } from '../../../kinds/row.ts';
import { PRODUCTION_URI } from '../decorations.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { treeItem } from '../row-item.ts';
import { factsTooltip } from '../tooltip.ts';
import type { TreeNode } from '../tree-node.ts';
import { belowNodes, connectionLists, partLists } from './list-node.ts';
import { serviceNode } from './service-node.ts';

/** A connection; a click makes it the one that the other views show. */
export class ConnectionNode implements TreeNode {
  readonly id: string;
  readonly parent = undefined;
  readonly name: string;
  readonly copied: string;

  constructor(
    private readonly view: ExplorerView,
    readonly connection: Connection,
  ) {
    this.id = connection.id;
    this.name = connection.name;
    this.copied = copiedId(connection);
  }

  getTreeItem(): vscode.TreeItem {
    const { connection } = this;
    const active = this.view.connection?.id === connection.id;
    const description = describe(connection);
    const shows = connection.type !== 'workspace';
    const item = treeItem(this.id, {
      label: connection.name,
      description,
      icon: shows ? (active ? 'circle-filled' : 'circle-outline') : 'organization',
      ...(active ? { iconColor: 'charts.green' } : {}),
      context: [
        'connection',
        'id',
        ...connectionWords(connection),
        hasService(connection, 'kratos-public') && 'selfService',
        this.view.container.secrets.holdsAny(connection) && 'signedIn',
        !(connection.type === 'self-hosted' && connection.sandbox) && 'keyed',
      ],
      // Only projects and servers have something for the other views.
      ...(shows
        ? {
            command: {
              command: 'ory.activateConnection',
              title: l10n.t('Use This Connection'),
              arguments: [connection.id],
            },
          }
        : {}),
      children: 'collapsed',
    });
    if (connection.production) item.resourceUri = PRODUCTION_URI;
    item.accessibilityInformation = {
      label: [connection.name, active ? l10n.t('active connection') : 'connection', description].join(', '),
    };
    return item;
  }

  getChildren(): readonly TreeNode[] {
    const { view, connection } = this;
    return [
      ...this.project(),
      ...(connection.type === 'self-hosted'
        ? servicesOf(connection)
            .filter((service) => service !== 'console')
            .map((service) => serviceNode(view, this, connection, service))
        : []),
      ...connectionLists(view, this, connection, connectionListings()),
    ];
  }

  /** What the one project of a connection has; it stands where the connection does. */
  private project(): readonly TreeNode[] {
    const { view, connection } = this;
    if (connection.type !== 'network' || !connection.projectId) return [];
    const { projectId, name } = connection;
    return [
      ...belowNodes(view, this, connection, belowProject(projectId, name)),
      ...partLists(view, this, connection, 'projects', projectId),
    ];
  }

  tooltip(): vscode.MarkdownString {
    const { connection } = this;
    const addresses =
      connection.type === 'self-hosted'
        ? servicesOf(connection).map(
            (service) => [serviceName(service), addressOf(connection, service)] as const,
          )
        : [['Console', connection.consoleUrl] as const];
    return factsTooltip(
      connection.name,
      facts(
        ['Kind', kindOf(connection)],
        [
          l10n.t('Kept in'),
          connection.scope === 'user' ? l10n.t('your settings') : l10n.t('the settings of this workspace'),
        ],
        ['Project', connection.type === 'network' ? (connection.projectId ?? connection.slug) : undefined],
        ['Address', connection.type === 'network' ? addressOf(connection, 'kratos-admin') : undefined],
        ...addresses,
        ['Read-only', connection.readOnly ? l10n.t('yes: nothing is written through it') : undefined],
        ['Production', connection.production ? l10n.t('yes: deleting asks for the name') : undefined],
      ),
    );
  }
}

const servicesOf = (connection: Connection) => SERVICES.filter((service) => hasService(connection, service));

/** "sandbox · 4 services", "production · read-only · Ory Network". */
function describe(connection: Connection): string {
  const services = servicesOf(connection);
  const only =
    services.length === 1 ? `${serviceName(services[0] ?? 'console')} only` : `${services.length} services`;
  // What one must not overlook stands first: a narrow side bar cuts the rest off.
  return [
    connection.production ? 'production' : '',
    connection.readOnly ? 'read-only' : '',
    kindOf(connection),
    connection.type === 'self-hosted' ? only : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function copiedId(connection: Connection): string {
  return connection.type === 'network' ? (connection.projectId ?? connection.slug) : connection.id;
}
