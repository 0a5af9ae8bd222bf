import * as l10n from '@vscode/l10n';
import type { CreateJsonWebKeySet } from '@ory/client';
import { askKey } from '../../../editor/ask-key.ts';
import { createJsonWebKeySet } from '../../../ory/operations/keys.ts';
import type { Actions } from '../command-host.ts';
import { chooseOne } from '../../../editor/target.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { tellUndoable } from '../../../editor/door/offer-undo.ts';

/** Has the server generate a key in a set. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'keys',
    writes: true,
    title: l10n.t('Add Key'),
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const key = await askKey(`Add Key to ${one.name} · ${connection.name}`);
  if (!key) return;
  const done = await perform(
    container,
    {
      connection,
      title: l10n.t('Adding a key to {0}', one.name),
      couldnt: l10n.t('add a key to {0}', one.name),
      lacks: l10n.t('generating keys'),
    },
    // The server chooses a key id where none is sent; the types of the API know no such body.
    (client, call) =>
      client.call(createJsonWebKeySet, { set: one.id, body: key as CreateJsonWebKeySet }, call),
  );
  if (!done) return;
  const what = l10n.t('Added a key ({0}) to {1}', key.alg, one.name);
  tellUndoable(container, { what, connection, kind: 'keys', ids: [one.id] });
}
