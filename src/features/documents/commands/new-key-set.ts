import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import type { CreateJsonWebKeySet } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { tellUndoable } from '../../../editor/door/offer-undo.ts';
import { tellDone } from '../../../editor/tasks/tell-done.ts';
import { askKey } from '../../../editor/ask-key.ts';
import { withPatience } from '../../../editor/patience.ts';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { hasStatus } from '../../../ory/errors.ts';
import { createJsonWebKeySet, getJsonWebKeySet } from '../../../ory/operations/keys.ts';
import { keySetKind } from '../../../kinds/key-set/key-set.ts';
import { sendWrite } from '../../../saving/sending.ts';

/** Has the server generate a key in a set, which is made where it is missing. */
export async function run(container: Container): Promise<void> {
  const connection = await requireConnection(container, {
    service: keySetKind.service,
    writes: true,
  });
  if (!connection) return;
  const title = vscode.l10n.t('New key set on {0}', connection.name);
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name of the key set'),
    placeHolder: 'my-app.signing',
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A key set needs a name.') : undefined),
  });
  const set = typed?.trim();
  if (!set) return;
  try {
    await generate(container, connection, set, title);
  } catch (error) {
    await container.tell(error, {
      doing: vscode.l10n.t("Couldn't generate a key in {0} on {1}", set, connection.name),
      connection,
    });
  }
}

async function generate(
  container: Container,
  connection: Connection,
  set: string,
  title: string,
): Promise<void> {
  const client = await container.client(connection);
  const count = await withPatience(vscode.l10n.t('Reading {0} from {1}', set, connection.name), (call) =>
    keysIn(client, set, call),
  );
  const there =
    count === undefined
      ? ''
      : vscode.l10n.t('{0} exists with {1} {2}: a key is added. ', set, count, count === 1 ? 'key' : 'keys');
  const key = await askKey(title, there);
  if (!key) return;
  // The server chooses a key id where none is sent; the types of the API know no such body.
  const body = key as CreateJsonWebKeySet;
  await withPatience(vscode.l10n.t('Generating a key in {0} on {1}', set, connection.name), (call) =>
    sendWrite(
      call,
      vscode.l10n.t(
        'It was cancelled under way, and {0} may or may not have the key. Look into the set before you try again.',
        connection.name,
      ),
      (sending) => client.call(createJsonWebKeySet, { set, body }, sending),
    ),
  );
  const what = `${count === undefined ? 'Created' : vscode.l10n.t('Added a key to')} ${set}`;
  if (count === undefined) tellDone(what, connection);
  else tellUndoable(container, { what, connection, kind: keySetKind.id, ids: [set] });
  const ref = { connection: connection.id, kind: keySetKind.id, id: set };
  await ory.openDocument(ref, set);
}

/** How many keys a set has; undefined where it does not exist. */
async function keysIn(client: OryClient, set: string, call: CallOptions): Promise<number | undefined> {
  try {
    return (await client.call(getJsonWebKeySet, { set }, call)).data.keys?.length ?? 0;
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}
