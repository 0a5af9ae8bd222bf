import * as vscode from 'vscode';
import type { CreateJsonWebKeySet } from '@ory/client';
import { withoutLinks } from '../../../editor/text.ts';
import { createJsonWebKeySet, getJsonWebKeySet } from '../../../ory/operations/keys.ts';
import type { Actions } from '../command-host.ts';
import { chooseOne } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { offerUndo, undoableOf } from '../../../editor/door/offer-undo.ts';
import { type KeySort, sortsOf } from './rotation.ts';

/** Adds a new key of the sort that a set holds; the old keys stay, for what they have signed. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'keys',
    writes: true,
    title: vscode.l10n.t('Rotate Keys'),
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const task = {
    connection,
    title: vscode.l10n.t('Rotating the keys of {0}', one.name),
    couldnt: vscode.l10n.t('rotate the keys of {0}', one.name),
    lacks: vscode.l10n.t('generating keys'),
  };
  const read = await perform(container, task, async (client, call) =>
    sortsOf((await client.call(getJsonWebKeySet, { set: one.id }, call)).data.keys ?? []),
  );
  if (!read) return;
  const sort = await pick(read.value, one.name);
  if (!sort) return;
  const { alg, use, count } = sort;
  const done = await askThenPerform(container, {
    ...task,
    all: [one],
    effect: 'locks out',
    question: vscode.l10n.t('Rotate the keys of {0} on {1}?', one.name, connection.name),
    consequence: vscode.l10n.t(
      'A new {0} key is added, and Hydra signs with it from now on. The old keys stay.',
      alg,
    ),
    verb: vscode.l10n.t('Rotate'),
    name: one.name,
    work: (client, { id }, call) =>
      // Without an id the server chooses one; the types of the API know no such body.
      client.call(createJsonWebKeySet, { set: id, body: { alg, use } as CreateJsonWebKeySet }, call),
  });
  if (done.length === 0) return;
  const old =
    count === 1 ? vscode.l10n.t('The old one stays') : vscode.l10n.t('The {0} old ones stay', count);
  const told = vscode.l10n.t(
    '{0} ({1}) has a new {2} key. {3}, so that what was signed before can still be verified',
    one.name,
    connection.name,
    alg,
    old,
  );
  void offerUndo(container, connection, told, undoableOf(container, connection, 'keys', [one.id]));
}

async function pick(sorts: readonly KeySort[], set: string): Promise<KeySort | undefined> {
  if (sorts.length === 0) {
    const words = vscode.l10n.t('{0} holds no key to rotate: “Ory: Add Key…” adds one.', set);
    void vscode.window.showInformationMessage(withoutLinks(words));
    return undefined;
  }
  if (sorts.length === 1) return sorts[0];
  const chosen = await vscode.window.showQuickPick(
    sorts.map((sort) => ({
      label: sort.alg,
      description: `${sort.use} · ${sort.count === 1 ? '1 key' : `${sort.count} keys`}`,
      sort,
    })),
    { title: vscode.l10n.t('Rotate Keys of {0}', set), placeHolder: vscode.l10n.t('Which sort of key?') },
  );
  return chosen?.sort;
}
