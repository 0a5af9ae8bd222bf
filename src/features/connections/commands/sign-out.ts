import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import { addressOf, type Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { deleteProjectApiKey } from '../../../ory/operations/projects.ts';
import { connectionFor } from '../choose.ts';
import { storedWords } from '../stored-words.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';

/** Forgets a connection's key, and what else is stored for it. A key that was made by this extension can be removed at the server, too. */
export async function run(container: Container, given?: unknown): Promise<void> {
  const { secrets, connections } = container;
  const connection = await connectionFor(container, given, vscode.l10n.t('Sign Out'), (one) =>
    secrets.holdsAny(one),
  );
  if (!connection || !secrets.holdsAny(connection)) {
    const name = connection ? vscode.l10n.t(' for {0}', connection.name) : '';
    void vscode.window.showInformationMessage(withoutLinks(vscode.l10n.t('No key is stored{0}.', name)));
    return;
  }
  const made = await madeKeyOf(container, connection);
  const { what, many } = storedWords(secrets.stored(connection));
  const forget = vscode.l10n.t('Sign Out');
  const remove = vscode.l10n.t('Sign Out and Remove the Key');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Sign out of {0}?', connection.name),
    {
      modal: true,
      detail: made
        ? vscode.l10n.t(
            'The {0} {1} forgotten here. The key was made by Ory Explorer, so it can be removed from the project as well.',
            what,
            many ? 'are' : 'is',
          )
        : vscode.l10n.t(
            'The {0} {1} forgotten here; at the server {2} valid.',
            what,
            many ? 'are' : 'is',
            many ? 'they stay' : 'it stays',
          ),
    },
    ...(made ? [remove, forget] : [forget]),
  );
  if (chosen === undefined) return;
  if (chosen === remove && made && !(await removeKey(container, connection, made))) return;
  await secrets.forget(connection);
  connections.announce();
  vscode.window.setStatusBarMessage(withoutIcons(vscode.l10n.t('Signed out of {0}', connection.name)), 5000);
}

interface MadeKey {
  readonly project: string;
  readonly token: string;
}

async function madeKeyOf({ secrets }: Container, connection: Connection): Promise<MadeKey | undefined> {
  const address = addressOf(connection, 'kratos-admin');
  if (connection.type !== 'network' || !connection.projectId || address === undefined) return undefined;
  const token = await secrets.get(connection, originOf(address), 'project-key-id');
  return token ? { project: connection.projectId, token } : undefined;
}

/** Whether one may go on: a key that could not be removed is kept until the person decides. */
async function removeKey(container: Container, connection: Connection, made: MadeKey): Promise<boolean> {
  try {
    const client = await container.client(connection);
    const key = { project: made.project, token_id: made.token };
    await client.call(deleteProjectApiKey, key, { write: { own: true } });
    return true;
  } catch (error) {
    await container.tell(error, {
      doing: vscode.l10n.t('Couldn’t remove the key of {0}, so it is still stored', connection.name),
      connection,
    });
    return false;
  }
}
