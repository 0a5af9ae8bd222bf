import * as vscode from 'vscode';
import { serviceName } from '../../connections/endpoints.ts';
import { type Connection, hasService } from '../../connections/model.ts';
import { withoutLinks } from '../text.ts';
import type { Service } from '../../ory/operations/operation.ts';
import type { DeedHost } from './deed-host.ts';

export interface Need {
  readonly service: Service;
  /** Whether something is changed. */
  readonly writes: boolean;
}

/**
 * The connection that a command works on, where it can; else says why not.
 * @param id the one that the command was called for; without it the active one is meant
 */
export async function usable(
  { connections }: Pick<DeedHost, 'connections'>,
  { service, writes }: Need,
  id?: string,
): Promise<Connection | undefined> {
  const connection = id === undefined ? connections.active : connections.byId(id);
  if (!connection) {
    const add = 'Add Connection…';
    const chosen = await vscode.window.showInformationMessage('There is no connection to Ory yet.', add);
    if (chosen === add) await vscode.commands.executeCommand('ory.addConnection');
    return undefined;
  }
  const name = withoutLinks(connection.name);
  if (writes && connection.readOnly) {
    void vscode.window.showWarningMessage(
      `${name} is a read-only connection: nothing is changed through it.`,
    );
    return undefined;
  }
  if (!hasService(connection, service)) {
    const edit = 'Add Its Address…';
    const words = `${name} has no address for ${serviceName(service)}, which this needs.`;
    const chosen = await vscode.window.showWarningMessage(words, edit);
    if (chosen === edit) await vscode.commands.executeCommand('ory.editConnection', connection);
    return undefined;
  }
  return connection;
}
