import * as vscode from 'vscode';
import { chooseOne } from '../../../editor/target.ts';
import { withoutLinks } from '../../../editor/text.ts';
import type { Actions } from '../command-host.ts';
import { readConsents } from '../subject/read-consents.ts';
import { subjectView } from '../subject/subject.ts';

/** Shows what a subject granted to one client; Hydra lists consents by their subject only. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const chosen = await chooseOne(actions, args, {
    kind: 'clients',
    writes: false,
    title: vscode.l10n.t('Show Client Consents'),
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Consents to {0} · {1}', one.name, connection.name),
    prompt: vscode.l10n.t('Whose? Hydra lists consents by their subject: as a rule the id of the identity.'),
    ignoreFocusOut: true,
  });
  const subject = typed?.trim();
  if (!subject) return;
  const consents = await readConsents(actions, { connection, subject, name: subject });
  if (!consents) return;
  const granted = consents.filter(({ consent_request: asked }) => asked?.client?.client_id === one.id);
  if (granted.length === 0) {
    const words = vscode.l10n.t('{0} granted nothing to {1} that is still in force.', subject, one.name);
    void vscode.window.showInformationMessage(withoutLinks(words));
    return;
  }
  const { uri, text } = subjectView({ connection, subject, name: subject }, granted);
  await actions.views.show(uri, text);
}
