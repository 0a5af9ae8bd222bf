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
    title: 'Rotate Keys',
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const task = {
    connection,
    title: `Rotating the keys of ${one.name}`,
    couldnt: `rotate the keys of ${one.name}`,
    lacks: 'generating keys',
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
    question: `Rotate the keys of ${one.name} on ${connection.name}?`,
    consequence: `A new ${alg} key is added, and Hydra signs with it from now on. The old keys stay.`,
    verb: 'Rotate',
    name: one.name,
    work: (client, { id }, call) =>
      // Without an id the server chooses one; the types of the API know no such body.
      client.call(createJsonWebKeySet, { set: id, body: { alg, use } as CreateJsonWebKeySet }, call),
  });
  if (done.length === 0) return;
  const old = count === 1 ? 'The old one stays' : `The ${count} old ones stay`;
  const told = `${one.name} (${connection.name}) has a new ${alg} key. ${old}, so that what was signed before can still be verified`;
  void offerUndo(container, connection, told, undoableOf(container, connection, 'keys', [one.id]));
}

async function pick(sorts: readonly KeySort[], set: string): Promise<KeySort | undefined> {
  if (sorts.length === 0) {
    const words = `${set} holds no key to rotate: “Ory: Add Key…” adds one.`;
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
    { title: `Rotate Keys of ${set}`, placeHolder: 'Which sort of key?' },
  );
  return chosen?.sort;
}
