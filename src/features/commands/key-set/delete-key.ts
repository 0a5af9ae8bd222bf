import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { partsOf } from '../../../editor/row-part.ts';
import { withoutIcons } from '../../../editor/text.ts';
import { deleteJsonWebKey, getJsonWebKeySet } from '../../../ory/operations/keys.ts';
import { keyRow } from '../../../kinds/key-set/row.ts';
import type { Actions } from '../command-host.ts';
import type { Named } from '../../../editor/named.ts';
import { chooseOne } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { tellUndoable } from '../../../editor/door/offer-undo.ts';
import { several } from '../../../editor/tasks/tell-done.ts';
import { requireConnection } from '../../../editor/require-connection.ts';

/** Deletes keys of a set, one or several. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const found = await keysFor(actions, args);
  if (!found) return;
  const { connection, set, all } = found;
  const what = all.length === 1 ? `the key ${several(all, 'keys')}` : several(all, 'keys');
  // They come back together.
  let joins = false;
  const done = await askThenPerform(container, {
    connection,
    all,
    question: `Delete ${what} of ${set} from ${connection.name}?`,
    consequence: 'What was signed or encrypted with it can’t be verified or read any more.',
    verb: 'Delete',
    name: several(all, 'keys'),
    title: `Deleting ${what} of ${set}`,
    couldnt: `delete ${what} of ${set}`,
    lacks: 'deleting single keys',
    async work(client, { id: kid }, call) {
      await client.call(deleteJsonWebKey, { set, kid }, { ...call, write: { joins } });
      joins = true;
    },
  });
  if (done.length === 0) return;
  const deleted = done.length === 1 ? `the key ${several(done, 'keys')}` : several(done, 'keys');
  tellUndoable(container, { what: `Deleted ${deleted} of ${set}`, connection, kind: 'keys', ids: [set] });
}

async function keysFor(
  actions: Actions,
  args: readonly unknown[],
): Promise<{ connection: Connection; set: string; all: readonly Named[] } | undefined> {
  const parts = partsOf(args, 'key');
  const [first] = parts;
  if (first) {
    const need = { service: 'hydra-admin', writes: true } as const;
    const connection = await requireConnection(actions.container, need, first.connection);
    // One question names one set.
    const all = parts.filter(({ set }) => set === first.set).map(({ kid }) => ({ id: kid, name: kid }));
    return connection && { connection, set: first.set, all };
  }
  const chosen = await chooseOne(actions, args, {
    kind: 'keys',
    writes: true,
    title: 'Delete Key',
  });
  if (!chosen) return undefined;
  const { connection, one } = chosen;
  const read = await perform(
    actions.container,
    { connection, title: `Reading ${one.name}`, couldnt: `read the keys of ${one.name}`, lacks: 'key sets' },
    async (client, call) =>
      ((await client.call(getJsonWebKeySet, { set: one.id }, call)).data.keys ?? []).map(keyRow),
  );
  if (!read) return undefined;
  const picked = await vscode.window.showQuickPick(
    read.value.map(({ id, label }) => ({ label: withoutIcons(id), description: label, id })),
    {
      title: `Delete Key of ${one.name} · ${connection.name}`,
      placeHolder: 'Which keys?',
      canPickMany: true,
    },
  );
  if (!picked || picked.length === 0) return undefined;
  return { connection, set: one.id, all: picked.map(({ id }) => ({ id, name: id })) };
}
