import * as vscode from 'vscode';
import type { CreateJsonWebKeySet } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { askKey } from '../../../editor/ask-key.ts';
import { hasStatus } from '../../../ory/errors.ts';
import { createJsonWebKeySet, getJsonWebKeySet } from '../../../ory/operations/keys.ts';
import { keySetKind } from '../../../resources/key-set/key-set.ts';
import { tellLine } from '../tell.ts';
import { writableConnection } from './writable-connection.ts';

/** Has the server generate a key in a set, which is made where it is missing. */
export async function run(container: Container): Promise<void> {
  const connection = await writableConnection(container, keySetKind);
  if (!connection) return;
  const title = `New key set on ${connection.name}`;
  const typed = await vscode.window.showInputBox({
    title,
    prompt: 'Name of the key set',
    placeHolder: 'my-app.signing',
    validateInput: (text) => (text.trim() === '' ? 'A key set needs a name.' : undefined),
  });
  const set = typed?.trim();
  if (!set) return;
  try {
    await generate(container, connection, set, title);
  } catch (error) {
    await container.tell(error, {
      doing: `Couldn't generate a key in ${set} on ${connection.name}`,
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
  const count = await keysIn(container, connection, set);
  const there =
    count === undefined
      ? ''
      : `${set} exists with ${count} ${count === 1 ? 'key' : 'keys'}: a key is added. `;
  const key = await askKey(title, there);
  if (!key) return;
  const client = await container.client(connection);
  // The server chooses a key id where none is sent; the types of the API know no such body.
  const body = key as CreateJsonWebKeySet;
  await client.call(createJsonWebKeySet, { set, body });
  tellLine(`$(check) ${count === undefined ? 'Created' : 'Added a key to'} ${set} on ${connection.name}`);
  const ref = { connection: connection.id, kind: keySetKind.id, id: set };
  container.changes.fire({ ...ref, what: count === undefined ? 'created' : 'saved' });
  await vscode.commands.executeCommand('ory.openDocument', ref, set);
}

/** How many keys a set has; undefined where it does not exist. */
async function keysIn(
  container: Container,
  connection: Connection,
  set: string,
): Promise<number | undefined> {
  const client = await container.client(connection);
  try {
    return (await client.call(getJsonWebKeySet, { set })).data.keys?.length ?? 0;
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}
