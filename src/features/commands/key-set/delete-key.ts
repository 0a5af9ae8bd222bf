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
  const what = all.length === 1 ? vscode.l10n.t('the key {0}', several(all, 'keys')) : several(all, 'keys');
  // They come back together.
  let joins = false;
  const done = await askThenPerform(container, {
    connection,
    all,
    question: vscode.l10n.t('Delete {0} of {1} from {2}?', what, set, connection.name),
    consequence: vscode.l10n.t('What was signed or encrypted with it can’t be verified or read any more.'),
    verb: vscode.l10n.t('Delete'),
    name: several(all, 'keys'),
    title: vscode.l10n.t('Deleting {0} of {1}', what, set),
    couldnt: vscode.l10n.t('delete {0} of {1}', what, set),
    lacks: vscode.l10n.t('deleting single keys'),
    async work(client, { id: kid }, call) {
      await client.call(deleteJsonWebKey, { set, kid }, { ...call, write: { joins } });
      joins = true;
    },
  });
  if (done.length === 0) return;
  const deleted =
    done.length === 1 ? vscode.l10n.t('the key {0}', several(done, 'keys')) : several(done, 'keys');
  tellUndoable(container, {
    what: vscode.l10n.t('Deleted {0} of {1}', deleted, set),
    connection,
    kind: 'keys',
    ids: [set],
  });
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
    title: vscode.l10n.t('Delete Key'),
  });
  if (!chosen) return undefined;
  const { connection, one } = chosen;
  const read = await perform(
    actions.container,
    {
      connection,
      title: vscode.l10n.t('Reading {0}', one.name),
      couldnt: vscode.l10n.t('read the keys of {0}', one.name),
      lacks: vscode.l10n.t('key sets'),
    },
    async (client, call) =>
      ((await client.call(getJsonWebKeySet, { set: one.id }, call)).data.keys ?? []).map(keyRow),
  );
  if (!read) return undefined;
  const picked = await vscode.window.showQuickPick(
    read.value.map(({ id, label }) => ({ label: withoutIcons(id), description: label, id })),
    {
      title: vscode.l10n.t('Delete Key of {0} · {1}', one.name, connection.name),
      placeHolder: vscode.l10n.t('Which keys?'),
      canPickMany: true,
    },
  );
  if (!picked || picked.length === 0) return undefined;
  return { connection, set: one.id, all: picked.map(({ id }) => ({ id, name: id })) };
}
