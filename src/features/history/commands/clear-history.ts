import * as vscode from 'vscode';
import { givenOne } from '../../../editor/given.ts';
import { withoutLinks } from '../../../editor/text.ts';
import type { Extent } from '../../../saving/history/history.ts';
import type { ResourceKey } from '../../../saving/history/resource-key.ts';
import type { Kept } from '../kept.ts';

/** Removes what is kept: all of it, or of the resource that is meant. Says what goes before it asks. */
export async function run({ container }: Kept, ...args: unknown[]): Promise<void> {
  const { versions, keyOf } = await bound(container);
  const all = await versions.extent();
  if (all.versions === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The history is empty.'));
    return;
  }
  const given = givenOne(args);
  const connection = given && container.connections.byId(given.ref.connection);
  const key = connection && keyOf(connection, given.ref);
  const own = key ? await versions.extent(key) : undefined;
  const name = withoutLinks(given?.name ?? given?.ref.id ?? '');
  const choices: { label: string; key: ResourceKey | undefined }[] = [
    ...(own && own.versions > 0 ? [{ label: vscode.l10n.t('Clear of {0}', name), key }] : []),
    { label: vscode.l10n.t('Clear All'), key: undefined },
  ];
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Clear the history of saves on this machine?'),
    {
      modal: true,
      detail: [
        ...(own && own.versions > 0 ? [`Of ${name}: ${extentWords(own)}.`] : []),
        vscode.l10n.t(
          'In all: {0}, of {1} {2} on every connection.',
          extentWords(all),
          all.resources,
          all.resources === 1 ? 'resource' : 'resources',
        ),
        vscode.l10n.t('Nothing changes on servers, but these versions can’t be put back any more.'),
      ].join('\n'),
    },
    ...choices.map(({ label }) => label),
  );
  const choice = choices.find(({ label }) => label === chosen);
  if (!choice) return;
  await versions.clear(choice.key);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(trash) The history was cleared'), 6000);
}

async function bound(container: Kept['container']) {
  const history = await container.history();
  return { versions: history.versions, keyOf: history.keyOf.bind(history) };
}

function extentWords({ versions, bytes }: Extent): string {
  const size =
    bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${versions} ${versions === 1 ? 'version' : 'versions'} (${size})`;
}
