import * as vscode from 'vscode';
import { type Connection, kindOf } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { withoutIcons } from '../../editor/text.ts';

/** What a command may be called with: a connection, or a node of a tree that belongs to one. */
export type CommandTarget = Connection | { readonly connection?: Connection } | undefined;

/** The connection that a command is about: the one it was called with, the only one, or the one that is picked. */
export async function connectionFor(
  { connections }: Container,
  target: CommandTarget,
  title: string,
  fits: (connection: Connection) => boolean = () => true,
): Promise<Connection | undefined> {
  const given = target && ('connection' in target ? target.connection : 'id' in target ? target : undefined);
  const current = given && connections.byId(given.id);
  if (current) return current;
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
    connection.scope === 'workspace' ? 'this workspace' : '',
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
