import * as vscode from 'vscode';
import type { Scope } from '../../../connections/model.ts';
import { BACK, CANCELLED, type Step, type StepPlace } from '../../../editor/wizard.ts';
import { enter } from '../../../editor/wizard-input.ts';
import { pickMany, pickOne } from '../../../editor/wizard-pick.ts';
import type { Draft } from '../draft.ts';

export type Flag = 'readOnly' | 'production';

/** Whether a workspace is open that settings can be kept in. */
export const workspaceIsOpen = (): boolean =>
  vscode.workspace.isTrusted && (vscode.workspace.workspaceFolders ?? []).length > 0;

/** The last questions of every new connection: its name, where it is kept, how careful one must be. */
export function finishSteps(suggest: (draft: Draft) => string): Step<Draft>[] {
  return [
    {
      ask: async (draft, place) => {
        const answer = await enter(place, {
          heading: vscode.l10n.t('name'),
          prompt: vscode.l10n.t('What do you call this connection?'),
          value: draft.name || suggest(draft),
          validate: (text) =>
            text === ''
              ? { severity: 'refused', message: vscode.l10n.t('Give it a name.') }
              : { severity: 'ok' },
        });
        return answer === BACK || answer === CANCELLED ? answer : { ...draft, name: answer.text };
      },
    },
    {
      applies: workspaceIsOpen,
      ask: async (draft, place) => {
        const scope = await pickOne<Scope>(place, {
          placeholder: vscode.l10n.t('Where is it kept? Keys are in the secret store either way.'),
          active: draft.scope,
          items: [
            {
              label: vscode.l10n.t('User settings'),
              description: vscode.l10n.t('there in every window'),
              value: 'user',
            },
            {
              label: vscode.l10n.t('Workspace settings'),
              description: vscode.l10n.t('in this folder only; its address may be shared with the folder'),
              value: 'workspace',
            },
          ],
        });
        return scope === BACK || scope === CANCELLED ? scope : { ...draft, scope };
      },
    },
    {
      ask: async (draft, place) => {
        const flags = await askFlags(place, draft);
        return flags === BACK || flags === CANCELLED ? flags : { ...draft, ...flags };
      },
    },
  ];
}

/** Asks for the two flags in one list. */
export async function askFlags(place: StepPlace, now: Readonly<Record<Flag, boolean>>) {
  const chosen = await pickMany<Flag>(place, {
    placeholder: vscode.l10n.t('How careful must one be here? Nothing needs to be chosen; Enter goes on.'),
    items: [
      {
        label: vscode.l10n.t('$(lock) Read-only'),
        description: vscode.l10n.t('nothing is written through this connection'),
        picked: now.readOnly,
        value: 'readOnly',
      },
      {
        label: vscode.l10n.t('$(warning) Production'),
        description: vscode.l10n.t('real users: marked red, and deleting asks for the name'),
        picked: now.production,
        value: 'production',
      },
    ],
  });
  if (chosen === BACK || chosen === CANCELLED) return chosen;
  return { readOnly: chosen.includes('readOnly'), production: chosen.includes('production') };
}
