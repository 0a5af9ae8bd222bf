import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { documentUri, nameOfUri } from '../../../editor/document-uri.ts';
import { withPatience } from '../../../editor/patience.ts';
import { mayEndRegistrationToken } from '../../../editor/registration-token.ts';
import { saveChange } from '../../../editor/door/write.ts';
import { tellUndoable } from '../../../editor/door/offer-undo.ts';
import { requireSaved } from '../../../editor/target.ts';
import { withoutLinks } from '../../../editor/text.ts';
import { textAt } from '../../../kinds/changes.ts';
import { endingOf } from '../../../saving/forms/endings.ts';
import { readVersion } from '../reading.ts';
import { replaceTab, tabsOf, uriOfTab } from '../tabs.ts';
import { whyReadOnly, sourceOf } from '../source.ts';

/** Gives a client or a project another name; nothing else of it changes. */
export async function run(container: Container, ...args: unknown[]): Promise<void> {
  const given = requireSaved(
    args,
    vscode.l10n.t('Open a client or a project first, or use the menu of its row.'),
  );
  if (!given) return;
  const { ref } = given;
  const target = await sourceOf(container, ref);
  const { kind, connection, client } = target;
  const { writing, nameMember } = kind;
  const closed = whyReadOnly(kind, connection, ref);
  if (!writing || nameMember === undefined || closed !== undefined) {
    const why =
      closed ??
      vscode.l10n.t('The name of an {0} follows from its content: change that in its document.', kind.noun);
    void vscode.window.showWarningMessage(withoutLinks(why));
    return;
  }
  const doing = vscode.l10n.t('Couldn’t rename {0}', withoutLinks(given.name ?? ref.id));
  try {
    const read = () =>
      withPatience(vscode.l10n.t('Reading {0} from {1}', given.name ?? ref.id, connection.name), (call) =>
        readVersion(target, call),
      );
    const before = textAt((await read()).raw, nameMember) ?? '';
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename {0} · {1}', before || ref.id, connection.name),
      prompt: vscode.l10n.t('Its new {0}', nameMember),
      value: before,
      validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A name is needed.') : undefined),
    });
    const name = typed?.trim();
    if (!name || name === before) return;
    const asked = { connection, id: ref.id, name: before || ref.id, verb: vscode.l10n.t('Rename') };
    if (ref.kind === 'clients' && !(await mayEndRegistrationToken(container, asked))) return;
    // What somebody else changed while it was typed stays.
    const { raw: fresh } = await read();
    if (fresh.kind !== 'object') return;
    const members = new Map([...fresh.members, [nameMember, { kind: 'string', value: name } as const]]);
    const edit = { id: ref.id, fresh, edited: { kind: 'object', members } as const };
    await withPatience(vscode.l10n.t('Renaming {0} on {1}', before, connection.name), (call) =>
      saveChange(kind, client, edit, call),
    );
    const what = vscode.l10n.t('Renamed {0} to {1}', before || ref.id, name);
    tellUndoable(container, { what, connection, kind: ref.kind, ids: [ref.id] });
    await renameTabs(target.ref, name);
  } catch (error) {
    await container.tell(error, { doing, connection });
  }
}

/** Tabs show the new name, but for those with changes: their text stays where it is. */
async function renameTabs(ref: Parameters<typeof tabsOf>[0], name: string): Promise<void> {
  for (const tab of tabsOf(ref).filter(({ isDirty }) => !isDirty)) {
    const uri = uriOfTab(tab);
    if (!uri) continue;
    const now = documentUri(ref, name, endingOf(uri.path));
    if (nameOfUri(now) !== nameOfUri(uri)) await replaceTab(uri, now);
  }
}
