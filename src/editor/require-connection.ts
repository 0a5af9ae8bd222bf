import * as vscode from 'vscode';
import { ory } from './commands/run.ts';
import { serviceName } from '../connections/endpoints.ts';
import { type Connection, hasService } from '../connections/model.ts';
import { readOnlyReason } from '../connections/read-only.ts';
import type { Service } from '../ory/operations/operation.ts';
import type { ConnectionStore } from './connection-store.ts';
import { withoutLinks } from './text.ts';

/** What a command asks of a connection. */
export interface Need {
  readonly service: Service;
  /** Whether something is changed. */
  readonly writes: boolean;
}

/**
 * The connection that a command works on, where it can; else says why not, with a way on.
 * @param id the one that the command was called for; without it the active one is meant
 */
export async function requireConnection(
  { connections }: { readonly connections: ConnectionStore },
  { service, writes }: Need,
  id?: string,
): Promise<Connection | undefined> {
  const connection = id === undefined ? connections.active : connections.byId(id);
  if (!connection) {
    await tellMissing(id);
    return undefined;
  }
  const reason = writes ? readOnlyReason(connection) : undefined;
  if (reason !== undefined) {
    void vscode.window.showWarningMessage(withoutLinks(reason));
    return undefined;
  }
  if (!hasService(connection, service)) {
    const edit = vscode.l10n.t('Add Its Address…');
    const name = withoutLinks(connection.name);
    const words = vscode.l10n.t('{0} has no address for {1}, which this needs.', name, serviceName(service));
    const chosen = await vscode.window.showWarningMessage(words, edit);
    if (chosen === edit) await ory.editConnection(connection);
    return undefined;
  }
  return connection;
}

/** Says that there is no connection yet, or that the one that was meant was removed. */
export async function tellMissing(id: string | undefined): Promise<void> {
  if (id !== undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The connection “{0}” was removed.', withoutLinks(id)),
    );
    return;
  }
  const add = vscode.l10n.t('Add Connection…');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('There is no connection to Ory yet.'),
    add,
  );
  if (chosen === add) await ory.addConnection();
}

/**
 * Why nothing can be changed through a connection that was chosen some time ago, as the settings have it now, in a
 * sentence; undefined where it can.
 */
export function readOnlyReasonNow(
  connections: Pick<ConnectionStore, 'byId'>,
  { id, name }: Connection,
): string | undefined {
  const now = connections.byId(id);
  return now ? readOnlyReason(now) : vscode.l10n.t('The connection {0} was removed.', name);
}
