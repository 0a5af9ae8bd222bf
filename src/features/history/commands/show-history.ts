import * as vscode from 'vscode';
import { undoAll } from '../../../editor/door/undo-all.ts';
import type { Undoable } from '../../../editor/door/undo-memory.ts';
import { requireSaved } from '../../../editor/target.ts';
import { tellMissing } from '../../../editor/require-connection.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import type { KeptVersion } from '../../../saving/history/history.ts';
import { changeWords, type Chosen, documentOf, type Kept, momentWords, shownVersion } from '../kept.ts';
import { restore } from './restore-version.ts';

interface VersionItem extends vscode.QuickPickItem {
  readonly version?: KeptVersion;
  /** The last change, which this window can take back with what no version keeps. */
  readonly undoable?: Undoable;
}

const RESTORE: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('discard'),
  tooltip: vscode.l10n.t('Put Back: opens it as a change of the document, to be saved'),
};
const OPEN: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: vscode.l10n.t('Open'),
};

/** Lists the versions of a resource; one that is chosen is compared with now. */
export async function run(kept: Kept, ...args: unknown[]): Promise<void> {
  const given = requireSaved(
    args,
    vscode.l10n.t('Open a document of Ory, or use the menu of a row, to see its history.'),
  );
  if (!given) return;
  const { ref } = given;
  const connection = kept.container.connections.byId(ref.connection);
  if (!connection) return tellMissing(ref.connection);
  const name = given.name ?? ref.id;
  const history = await kept.container.history();
  const key = history.keyOf(connection, ref);
  const { versions, damaged } = key ? await history.versions.list(key) : { versions: [], damaged: 0 };
  const off = history.offReason(connection);
  const last = kept.container.undo.of(ref);
  // Where versions bring back all of it, they are enough.
  const undoable = last?.gone || versions.length === 0 ? last : undefined;
  if (versions.length === 0 && !undoable) {
    const why = off ?? vscode.l10n.t('What is saved from here on can be put back.');
    void vscode.window.showInformationMessage(
      withoutLinks(vscode.l10n.t('No version of {0} is kept on this machine. {1}', name, why)),
    );
    return;
  }
  const pick = vscode.window.createQuickPick<VersionItem>();
  pick.title = vscode.l10n.t('History of {0} on {1}', name, connection.name);
  pick.placeholder = [
    vscode.l10n.t('Compare a version with now'),
    damaged ? `${damaged} damaged` : '',
    off ? vscode.l10n.t('switched off') : '',
  ]
    .filter(Boolean)
    .join(' · ');
  pick.matchOnDetail = true;
  const items = versions.map((version) => ({
    version,
    label: `$(history) ${momentWords(version)}`,
    description: new Date(version.at).toLocaleString(),
    detail: withoutIcons(changeWords(version)),
    buttons: [RESTORE, OPEN],
  }));
  pick.items = [...(undoable ? [undoItem(undoable)] : []), ...items];
  const chosen = (version: KeptVersion): Chosen => ({ ref, name, connection, version });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item?.undoable) void undoAll(kept.container, connection, [item.undoable]);
    else if (item?.version) void show(compare, kept, chosen(item.version));
  });
  pick.onDidTriggerItemButton(({ item, button }) => {
    pick.hide();
    if (!item.version) return;
    if (button === RESTORE) void restore(kept, chosen(item.version));
    else void show(open, kept, chosen(item.version));
  });
  pick.onDidHide(() => {
    pick.dispose();
  });
  pick.show();
}

function undoItem(undoable: Undoable): VersionItem {
  const until = new Date(undoable.until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return {
    undoable,
    label: vscode.l10n.t('$(discard) Undo the last change'),
    description: vscode.l10n.t('until {0}, in this window', until),
    ...(undoable.gone
      ? { detail: withoutIcons(vscode.l10n.t('Restores {0}, too, which no version keeps', undoable.gone)) }
      : {}),
  };
}

/** Tells what fails: the list is closed by then, and nobody waits for what was chosen. */
async function show(by: typeof open, kept: Kept, chosen: Chosen): Promise<void> {
  try {
    await by(kept, chosen);
  } catch (error) {
    const { name, connection, version } = chosen;
    const doing = vscode.l10n.t('Couldn’t show {0} as it was {1}', withoutLinks(name), momentWords(version));
    await kept.container.tell(error, { doing, connection });
  }
}

async function compare(kept: Kept, chosen: Chosen): Promise<void> {
  const uri = await shownVersion(kept, chosen);
  if (!uri) return;
  const { ref, name, connection, version } = chosen;
  const title = vscode.l10n.t('{0}: {1} ↔ now on {2}', name, momentWords(version), connection.name);
  await vscode.commands.executeCommand('vscode.diff', uri, documentOf(ref, name), title, { preview: false });
}

async function open(kept: Kept, chosen: Chosen): Promise<void> {
  const uri = await shownVersion(kept, chosen);
  if (uri) await vscode.window.showTextDocument(uri, { preview: false });
}
