import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { withoutIcons } from '../text.ts';
import { listOAuth2Clients } from '../../ory/operations/clients.ts';
import { PageWalk } from '../../ory/paging.ts';
import { clientRow } from '../../resources/client/row.ts';
import type { Hosted, Named } from '../target.ts';
import { perform } from './perform.ts';

const SIZE = 250;

/** Offers the first clients that the server lists; another is named by its id. */
export async function askClient(
  { container }: Hosted,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> {
  const found = await perform(
    container,
    { connection, title: 'Reading the clients', couldnt: 'read the clients', lacks: 'clients' },
    (client, call) => new PageWalk(client, listOAuth2Clients, {}, SIZE).next(call),
  );
  if (!found) return [];
  const rows = (found.value?.items ?? []).map((client) => clientRow(client));
  const other = {
    label: '$(edit) Another client, by its id…',
    description: '',
    alwaysShow: true,
    one: undefined,
  };
  const chosen = await vscode.window.showQuickPick(
    [
      ...rows.map(({ id, label }) => ({
        label: withoutIcons(label),
        description: id,
        one: { id, name: label },
      })),
      other,
    ],
    { title: `${title} · ${connection.name}`, placeHolder: 'Which client?', matchOnDescription: true },
  );
  if (!chosen) return [];
  if (chosen.one) return [chosen.one];
  const typed = await vscode.window.showInputBox({ title, prompt: 'Id of the client' });
  const id = typed?.trim();
  return id ? [{ id, name: id }] : [];
}
