import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { confirmDestruction } from '../../../editor/confirm.ts';
import { partsOf } from '../../../editor/row-part.ts';
import { oneLine, withoutIcons } from '../../../editor/text.ts';
import { deleteJsonWebKey, getJsonWebKeySet } from '../../../ory/operations/keys.ts';
import { keyRow } from '../../../resources/key-set/row.ts';
import type { Actions } from '../actions.ts';
import { askKeySet } from '../ask/key-set.ts';
import { chooseOne } from '../../../editor/target.ts';
import { perform, performAll } from '../../../editor/deeds/perform.ts';
import { listed, several, tellDone } from '../../../editor/deeds/tell-done.ts';
import { requireConnection } from '../../../editor/require-connection.ts';

interface Key {
  readonly set: string;
  readonly kid: string;
  readonly name: string;
}

/** Deletes keys of a set, one or several. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const found = await keysFor(actions, args);
  const set = found?.all[0]?.set;
  if (!found || set === undefined) return;
  const { connection, all } = found;
  const what = all.length === 1 ? `the key ${several(all, 'keys')}` : several(all, 'keys');
  const sure = await confirmDestruction({
    question: `Delete ${oneLine(what)} of ${oneLine(set)} from ${connection.name}?`,
    consequence: `${listed(all)}What was signed or encrypted with it can’t be verified or read any more, and it can’t be undone.`,
    verb: 'Delete',
    name: oneLine(several(all, 'keys')),
    connection,
  });
  if (!sure) return;
  const done = await performAll(container, {
    connection,
    all,
    nameOf: ({ kid }) => kid,
    title: `Deleting ${what} of ${set}`,
    couldnt: `delete ${what} of ${set}`,
    lacks: 'deleting single keys',
    work: (client, key, call) => client.call(deleteJsonWebKey, { set: key.set, kid: key.kid }, call),
  });
  if (done.length === 0) return;
  container.changes.fire({ connection: connection.id, kind: 'keys', id: set, what: 'saved' });
  tellDone(
    `Deleted ${done.length === 1 ? `the key ${done[0]?.kid}` : `${done.length} keys`} of ${set}`,
    connection,
  );
}

async function keysFor(
  actions: Actions,
  args: readonly unknown[],
): Promise<{ connection: Connection; all: readonly Key[] } | undefined> {
  const parts = partsOf(args, 'key');
  const [first] = parts;
  if (first) {
    const need = { service: 'hydra-admin', writes: true } as const;
    const connection = await requireConnection(actions.container, need, first.connection);
    // One question names one set.
    const all = parts.filter(({ set }) => set === first.set).map(({ set, kid }) => ({ set, kid, name: kid }));
    return connection && { connection, all };
  }
  const chosen = await chooseOne(actions, args, {
    kind: 'keys',
    writes: true,
    ask: (connection) => askKeySet(actions, connection, 'Delete Key'),
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
  return { connection, all: picked.map(({ id }) => ({ set: one.id, kid: id, name: id })) };
}
