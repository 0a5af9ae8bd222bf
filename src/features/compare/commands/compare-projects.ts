import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import { withoutIcons } from '../../../editor/text.ts';
import { projectKind } from '../../../kinds/project/project.ts';
import { type Compare, compareWith } from '../compare.ts';
import type { OnServer } from '../copy.ts';
import { pickFile } from '../pick-file.ts';
import { consolesOf, projectItems } from '../pick-project.ts';

const TITLE = vscode.l10n.t('Compare Project Configurations');

/** Compares the configuration of a project with that of another one, or with the file of a self-hosted server. */
export async function run(compare: Compare): Promise<void> {
  const { container } = compare;
  if (consolesOf(container).length === 0) {
    await tellSelfHosted();
    return;
  }
  const chosen = await vscode.window.showQuickPick(await projectItems(container), {
    title: TITLE,
    placeHolder: vscode.l10n.t('Which project?'),
    matchOnDescription: true,
  });
  const one = chosen?.project;
  if (!one) return;
  await compareProject(compare, one);
}

/** Asks what to compare a project with, and shows both. */
export async function compareProject(compare: Compare, one: OnServer): Promise<void> {
  const file = {
    label: vscode.l10n.t('$(file) A configuration file…'),
    description: vscode.l10n.t('kratos.yml, hydra.yml or keto.yml of servers of your own'),
  };
  const others = await projectItems(compare.container, one);
  const second = await vscode.window.showQuickPick([...others, file], {
    title: `${TITLE}: ${withoutIcons(one.name)}`,
    placeHolder: vscode.l10n.t('With what?'),
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  if (second === file) {
    const chosen = await pickFile(vscode.l10n.t('Compare {0} with', one.name), projectKind);
    if (chosen) await compareWith(compare, one, { is: 'file', file: chosen });
    return;
  }
  const resource = second && 'project' in second ? second.project : undefined;
  if (resource) await compareWith(compare, one, { is: 'resource', resource });
}

async function tellSelfHosted(): Promise<void> {
  const add = vscode.l10n.t('Add Connection…');
  const words = vscode.l10n.t(
    'Self-hosted servers have no API for their configuration: it is in their files. Connect to Ory Network to compare a project with another one, or with your kratos.yml.',
  );
  if ((await vscode.window.showInformationMessage(words, add)) === add) {
    await ory.addConnection();
  }
}
