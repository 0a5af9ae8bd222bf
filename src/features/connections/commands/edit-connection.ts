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
  const chosen = await connectionFor(container, given, 'Edit Connection');
  if (!chosen) return;
  for (;;) {
    const connection = connections.byId(chosen.id);
    if (!connection) return;
    const place = { title: `Edit ${connection.name}`, step: 1, totalSteps: 1, canGoBack: false };
    const field = await pickOne<Field | 'settings'>(place, {
      placeholder: 'What is to be changed? Escape when you are done.',
      items: [...fieldsOf(connection).map(itemOf), ...toSettings],
    });
    if (field === BACK || field === CANCELLED) return;
    if (field === 'settings') {
      const scope = connection.scope === 'user' ? 'openSettingsJson' : 'openWorkspaceSettingsFile';
      await vscode.commands.executeCommand(`workbench.action.${scope}`, {
        revealSetting: { key: 'ory.connections' },
      });
      return;
    }
    const change = await field.ask({ ...place, canGoBack: true });
    if (change === CANCELLED) return;
    if (change !== BACK) await applyEdit(container, connection, change);
  }
}

const itemOf = (field: Field): Choice<Field> => ({
  label: field.label,
  description: withoutIcons(field.now),
  value: field,
});

const toSettings: Choice<'settings'>[] = [
  { label: '', kind: vscode.QuickPickItemKind.Separator },
  { label: '$(json) Open Settings (JSON)', value: 'settings' },
];
