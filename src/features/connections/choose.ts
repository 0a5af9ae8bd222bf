import * as vscode from 'vscode';
import { type Connection, kindOf } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { givenConnection } from '../../editor/given.ts';
import { tellMissing } from '../../editor/require-connection.ts';
import { withoutIcons } from '../../editor/text.ts';

/** The connection that a command is about: the one it was called with, the only one, or the one that is picked. */
export async function connectionFor(
  { connections }: Container,
  given: unknown,
  title: string,
  fits: (connection: Connection) => boolean = () => true,
): Promise<Connection | undefined> {
  const named = givenConnection(given);
  if (named !== undefined) {
    const current = connections.byId(named);
    if (!current) await tellMissing(named);
    return current;
  }
  const choices = connections.all.filter(fits);
  if (choices.length < 2) return choices[0];
  const picked = await vscode.window.showQuickPick(
    choices.map((connection) => ({ ...itemOf(connection, connections.active?.id), connection })),
    { title, matchOnDescription: true },
  );
  return picked?.connection;
}

/** A connection in a list. */
export function itemOf(connection: Connection, active: string | undefined): vscode.QuickPickItem {
  const notes = [
    connection.id === active ? 'shown' : '',
    kindOf(connection),
    connection.readOnly ? 'read-only' : '',
    connection.production ? 'production' : '',
    connection.scope === 'workspace' ? vscode.l10n.t('this workspace') : '',
  ].filter(Boolean);
  return {
    label: `$(${iconOf(connection)}) ${withoutIcons(connection.name)}`,
    description: notes.join(' · '),
  };
}

/** The codicon of a connection. */
export function iconOf(connection: Connection): string {
  if (connection.type === 'network') return 'globe';
  if (connection.type === 'workspace') return 'organization';
  return connection.sandbox ? 'beaker' : 'server-environment';
}
