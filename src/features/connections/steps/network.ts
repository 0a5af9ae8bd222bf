import * as l10n from '@vscode/l10n';
import type { Reached } from '../../../connections/destination.ts';
import { BACK, CANCELLED, type Step } from '../../../editor/wizard.ts';
import { enter } from '../../../editor/wizard-input.ts';
import type { Draft } from '../draft.ts';
import { finishSteps } from './finish.ts';
import { askProjectKey, askWorkspaceKey } from './key.ts';
import type { Learn } from '../learn.ts';

/** Address of a project's APIs. */
export const projectAddress = (slug: string): string => `https://${slug}.projects.oryapis.com`;

/** A draft is of the person at the keyboard, wherever it will be kept. */
const reachedOf = ({ proxy, caFile }: Draft): Reached => ({
  scope: 'user',
  ...(proxy ? { proxy } : {}),
  ...(caFile ? { caFile } : {}),
});

const HOST = /^(?:https:\/\/)?([a-z0-9][a-z0-9-]*)(?:\.projects\.oryapis\.com)?\/?$/i;

/** The questions for one project of Ory Network: its slug, its key, and the usual last ones. */
export const projectSteps = (learn: Learn): Step<Draft>[] => [
  {
    ask: async (draft, place) => {
      const answer = await enter(place, {
        heading: l10n.t('slug'),
        prompt: l10n.t(
          'Slug of the project, as in https://SLUG.projects.oryapis.com. The whole address may be pasted.',
        ),
        placeholder: 'eloquent-kepler-4j2k8x',
        value: draft.slug,
        validate: (text) =>
          HOST.test(text)
            ? { severity: 'ok' }
            : {
                severity: 'refused',
                message: text
                  ? l10n.t(
                      'A slug has letters, digits and hyphens only. For a domain of your own, give the slug that the console shows.',
                    )
                  : l10n.t('Give the project’s slug: the console shows it under “Project settings”.'),
              },
      });
      if (answer === BACK || answer === CANCELLED) return answer;
      return { ...draft, slug: (HOST.exec(answer.text)?.[1] ?? '').toLowerCase() };
    },
  },
  {
    ask: async (draft, place) => {
      const key = await askProjectKey(place, {
        where: draft.slug,
        baseUrl: projectAddress(draft.slug),
        value: draft.key,
        reached: reachedOf(draft),
        learn,
        ...(draft.keyFrom ? { from: draft.keyFrom } : {}),
      });
      return key === BACK || key === CANCELLED ? key : { ...draft, key };
    },
  },
  ...finishSteps((draft) => draft.slug),
];

/** The questions for a workspace of Ory Network: its key, and the usual last ones. */
export const workspaceSteps = (learn: Learn): Step<Draft>[] => [
  {
    ask: async (draft, place) => {
      const key = await askWorkspaceKey(place, {
        where: l10n.t('Ory Network'),
        baseUrl: draft.consoleUrl,
        value: draft.key,
        reached: reachedOf(draft),
        learn,
        ...(draft.keyFrom ? { from: draft.keyFrom } : {}),
      });
      return key === BACK || key === CANCELLED ? key : { ...draft, key };
    },
  },
  ...finishSteps(() => l10n.t('Ory Network workspace')),
];
