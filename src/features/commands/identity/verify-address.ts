import * as vscode from 'vscode';
import { chooseOne } from '../../../editor/target.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { tellUndoable } from '../../../editor/door/offer-undo.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { childOf, rewrite } from '../../../ory/json/pointer.ts';
import { type JsonNode, toJson } from '../../../ory/json/tree.ts';
import { getIdentity } from '../../../ory/operations/identities.ts';
import type { Actions } from '../command-host.ts';
import { editIdentity } from './edit-identity.ts';

const TITLE = vscode.l10n.t('Mark Address as Verified');

/**
 * Marks an address of an identity as verified, as if its owner had done it: `PATCH /admin/identities/{id}`.
 * @param args what identities' commands take; as the third the address, else it is asked for
 */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'identities',
    writes: true,
    title: TITLE,
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const given = typeof args[2] === 'string' ? args[2] : undefined;
  const task = {
    connection,
    title: vscode.l10n.t('Marking an address of {0} as verified', one.name),
    couldnt: vscode.l10n.t('mark an address of {0} as verified', one.name),
    lacks: vscode.l10n.t('changing addresses'),
  };
  const value = given ?? (await askAddress());
  if (value === undefined) return;
  const done = await perform(container, task, (client, call) =>
    editIdentity(one.id, (identity) => verified(identity, value), client, call),
  );
  if (!done) return;
  const what = vscode.l10n.t('Marked {0} as verified', value);
  tellUndoable(container, { what, connection, kind: 'identities', ids: [one.id] });

  async function askAddress(): Promise<string | undefined> {
    const read = await perform(
      container,
      task,
      async (client, call) =>
        (await client.call(getIdentity, { id: one.id }, call)).data.verifiable_addresses ?? [],
    );
    if (!read) return undefined;
    const open = read.value.filter((address) => !address.verified);
    if (open.length === 0) {
      const words = vscode.l10n.t('{0} has no address that is not verified.', one.name);
      void vscode.window.showInformationMessage(withoutLinks(words));
      return undefined;
    }
    const items = open.map((address) => ({
      label: withoutIcons(address.value),
      description: address.status,
      value: address.value,
    }));
    const title = `${TITLE} · ${one.name}`;
    return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Which address?') }))
      ?.value;
  }
}

function verified(identity: JsonNode, value: string): JsonNode {
  const marks = Object.entries({
    verified: true,
    status: 'completed',
    verified_at: new Date().toISOString(),
  }).map(([name, mark]) => [name, toJson({ mark })] as const);
  return rewrite(identity, (node, path) => {
    const address =
      path.length === 2 && path[0] === 'verifiable_addresses' ? childOf(node, 'value') : undefined;
    if (node.kind !== 'object' || address?.kind !== 'string' || address.value !== value) return undefined;
    const members = new Map(node.members);
    for (const [name, mark] of marks) {
      const set = childOf(mark, 'mark');
      if (set) members.set(name, set);
    }
    return { kind: 'object', members };
  });
}
