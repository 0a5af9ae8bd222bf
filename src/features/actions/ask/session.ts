import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { listIdentitySessions } from '../../../ory/operations/sessions.ts';
import { PageWalk } from '../../../ory/paging.ts';
import { sessionRow } from '../../../resources/session/session.ts';
import type { Actions } from '../actions.ts';
import type { Named } from '../../../editor/target.ts';
import { perform } from '../../../editor/deeds/perform.ts';
import { askIdentity } from './identity.ts';

/** Asks for an identity, then for some of its active sessions. */
export async function askSessions(
  actions: Actions,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> {
  const [identity] = await askIdentity(actions, connection, title);
  if (!identity) return [];
  const { id, name } = identity;
  const found = await perform(
    actions.container,
    {
      connection,
      title: `Reading the sessions of ${name}`,
      couldnt: `read the sessions of ${name}`,
      lacks: 'sessions',
    },
    async (client, call) =>
      (await new PageWalk(client, listIdentitySessions, { id }, 250).next(call))?.items ?? [],
  );
  if (!found) return [];
  const rows = found.value.filter(({ active }) => active).map((session) => sessionRow(session));
  if (rows.length === 0) {
    const words = `${name} has no active session on ${connection.name}.`;
    void vscode.window.showInformationMessage(withoutLinks(words));
    return [];
  }
  const chosen = await vscode.window.showQuickPick(
    rows.map((row) => ({
      label: withoutIcons(row.label),
      description: row.description,
      detail: row.id,
      one: { id: row.id, name: row.label },
    })),
    { title: `${title} · ${connection.name}`, placeHolder: `Sessions of ${name}`, canPickMany: true },
  );
  return chosen?.map(({ one }) => one) ?? [];
}
