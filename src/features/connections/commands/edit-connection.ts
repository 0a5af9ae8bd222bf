import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { BACK, CANCELLED } from '../../../editor/wizard.ts';
import { type Choice, pickOne } from '../../../editor/wizard-pick.ts';
import { connectionFor } from '../choose.ts';
import { fieldsOf, type Field } from '../edit/fields.ts';
import { applyEdit } from '../edit/apply.ts';
import { withoutIcons } from '../../../editor/text.ts';

/** Lets one change a connection, field by field, until Escape. */
export async function run(container: Container, given?: unknown): Promise<void> {
  const { connections } = container;
  const chosen = await connectionFor(container, given, vscode.l10n.t('Edit Connection'));
  if (!chosen) return;
  for (;;) {
    const connection = connections.byId(chosen.id);
    if (!connection) return;
    const place = {
      title: vscode.l10n.t('Edit {0}', connection.name),
      step: 1,
      totalSteps: 1,
      canGoBack: false,
    };
    const field = await pickOne<Field | 'settings'>(place, {
      placeholder: vscode.l10n.t('What is to be changed? Escape when you are done.'),
      items: [...fieldsOf(connection, container).map(itemOf), ...toSettings],
    });
    if (field === BACK || field === CANCELLED) return;
    if (field === 'settings') {
      const scope = connection.scope === 'user' ? 'openSettingsJson' : 'openWorkspaceSettingsFile';
      await vscode.commands.executeCommand(`workbench.action.${scope}`, {
        revealSetting: { key: 'ory.connections' },
      });
      return;
    }
    const edited = await field.ask({ ...place, canGoBack: true });
    if (edited === CANCELLED) return;
    if (edited !== BACK) await applyEdit(container, connection, edited);
  }
}

const itemOf = (field: Field): Choice<Field> => ({
  label: field.label,
  description: withoutIcons(field.now),
  value: field,
});

const toSettings: Choice<'settings'>[] = [
  { label: '', kind: vscode.QuickPickItemKind.Separator },
  { label: vscode.l10n.t('$(json) Open Settings (JSON)'), value: 'settings' },
];
