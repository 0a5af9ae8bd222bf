import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import { givenUri } from '../../../editor/given.ts';
import { withoutIcons } from '../../../editor/text.ts';
import type { FoundResource } from '../found-resource.ts';
import type { Operations } from '../operations.ts';

/** Opens the document of a resource that stands in an answer; of several, the one that is chosen. */
export async function openAnswered({ answers }: Operations, args: readonly unknown[]): Promise<void> {
  const uri = givenUri(args);
  const answer = uri && answers.of(uri);
  const found = answer?.found ?? [];
  if (!answer || found.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing in this document has a document of its own.'),
    );
    return;
  }
  const chosen = found.length === 1 ? found[0] : await chooseOne(found);
  if (!chosen) return;
  const ref = { connection: answer.run.connection, kind: chosen.kind, id: chosen.id };
  await ory.openDocument(ref, chosen.name);
}

async function chooseOne(found: readonly FoundResource[]): Promise<FoundResource | undefined> {
  const items = found.map((one) => ({
    label: withoutIcons(one.name),
    description: `${one.kind} · ${one.id}`,
    one,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which one?'),
    matchOnDescription: true,
  });
  return chosen?.one;
}
