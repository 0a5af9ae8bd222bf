import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { withoutIcons } from '../../../editor/text.ts';
import type { RegisteredClients } from '../../../flows/oauth2/clients/registered.ts';
import type { OAuth2 } from '../oauth2.ts';
import { registeredClients, RegistrationPanel } from '../registration/registration-panel.ts';

/** Opens a registered client as itself: one whose token is kept, or another by its id and token. */
export async function run(oauth2: OAuth2): Promise<void> {
  const { container } = oauth2;
  const connection = await requireConnection(container, { service: 'hydra-public', writes: false });
  if (!connection) return;
  const clients = await registeredClients(oauth2, connection);
  const chosen = await choose(clients, connection);
  if (!chosen) return;
  const { id, entered } = chosen;
  const read = await perform(
    container,
    {
      connection,
      title: vscode.l10n.t('Reading {0} as itself', id),
      couldnt: vscode.l10n.t('read {0} as itself', id),
      lacks: vscode.l10n.t('dynamic client registration'),
    },
    (_, call) => clients.read(id, call),
  );
  if (read) await new RegistrationPanel(oauth2, connection, clients, read.value).show();
  // A token that was mistyped is not kept.
  else if (entered) await clients.forget(id);
}

interface Chosen {
  readonly id: string;
  /** Whether its token was entered just now. */
  readonly entered: boolean;
}

async function choose(clients: RegisteredClients, connection: Connection): Promise<Chosen | undefined> {
  const title = vscode.l10n.t('Open Registered Client · {0}', connection.name);
  const known = clients.known().map((id) => ({ label: withoutIcons(id), id }));
  const other = {
    label: vscode.l10n.t('$(edit) Another, by its id and registration token…'),
    id: undefined,
    alwaysShow: true,
  };
  const chosen =
    known.length > 0
      ? await vscode.window.showQuickPick([...known, other], {
          title,
          placeHolder: vscode.l10n.t('Which client?'),
        })
      : other;
  if (!chosen) return undefined;
  if (chosen.id) return { id: chosen.id, entered: false };
  const id = (await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('Id of the client') }))?.trim();
  if (!id) return undefined;
  const token = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t(
      'Registration access token of the client. It is kept in the secret storage, for this server only.',
    ),
    password: true,
    ignoreFocusOut: true,
  });
  if (!token?.trim()) return undefined;
  await clients.keep(id, token.trim());
  return { id, entered: true };
}
