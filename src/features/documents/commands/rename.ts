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
  const given = requireSaved(args, 'Open a client or a project first, or use the menu of its row.');
  if (!given) return;
  const { ref } = given;
  const target = await sourceOf(container, ref);
  const { kind, connection, client } = target;
  const { writing, nameMember } = kind;
  const closed = whyReadOnly(kind, connection, ref);
  if (!writing || nameMember === undefined || closed !== undefined) {
    const why =
      closed ?? `The name of an ${kind.noun} follows from its content: change that in its document.`;
    void vscode.window.showWarningMessage(withoutLinks(why));
    return;
  }
  const doing = `Couldn’t rename ${withoutLinks(given.name ?? ref.id)}`;
  try {
    const read = () =>
      withPatience(`Reading ${given.name ?? ref.id} from ${connection.name}`, (call) =>
        readVersion(target, call),
      );
    const before = textAt((await read()).raw, nameMember) ?? '';
    const typed = await vscode.window.showInputBox({
      title: `Rename ${before || ref.id} · ${connection.name}`,
      prompt: `Its new ${nameMember}`,
      value: before,
      validateInput: (text) => (text.trim() === '' ? 'A name is needed.' : undefined),
    });
    const name = typed?.trim();
    if (!name || name === before) return;
    const asked = { connection, id: ref.id, name: before || ref.id, verb: 'Rename' };
    if (ref.kind === 'clients' && !(await mayEndRegistrationToken(container, asked))) return;
    // What somebody else changed while it was typed stays.
    const { raw: fresh } = await read();
    if (fresh.kind !== 'object') return;
    const members = new Map([...fresh.members, [nameMember, { kind: 'string', value: name } as const]]);
    const edit = { id: ref.id, fresh, edited: { kind: 'object', members } as const };
    await withPatience(`Renaming ${before} on ${connection.name}`, (call) =>
      saveChange(kind, client, edit, call),
    );
    const what = `Renamed ${before || ref.id} to ${name}`;
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
