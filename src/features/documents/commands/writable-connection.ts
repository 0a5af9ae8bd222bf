import * as vscode from 'vscode';
import { type Connection, hasService } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import type { Kind } from '../../../resources/kind.ts';

/** The active connection, where something can be created on it; else says why not. */
export async function writableConnection(container: Container, kind: Kind): Promise<Connection | undefined> {
  const connection = container.connections.active;
  if (!connection) {
    const add = 'Add Connection…';
    const chosen = await vscode.window.showInformationMessage('There is no connection to Ory yet.', add);
    if (chosen === add) await vscode.commands.executeCommand('ory.addConnection');
    return undefined;
  }
  if (connection.readOnly) {
    void vscode.window.showWarningMessage(
      `${connection.name} is marked read-only: no ${kind.noun} can be created through it.`,
    );
    return undefined;
  }
  if (!hasService(connection, kind.service)) {
    const edit = 'Add Its Address…';
    const chosen = await vscode.window.showWarningMessage(
      `${connection.name} has no address for ${kind.service}, which a ${kind.noun} needs.`,
      edit,
    );
    if (chosen === edit) await vscode.commands.executeCommand('ory.editConnection', connection);
    return undefined;
  }
  return connection;
}
