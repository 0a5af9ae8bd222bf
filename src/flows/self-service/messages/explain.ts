import * as l10n from '@vscode/l10n';
import type { Explanation, Explanations } from './explanation.ts';
import { FLOW_ERRORS } from './flow-errors.ts';
import { LABELS } from './labels.ts';
import { LOGIN } from './login.ts';
import { RECOVERY_AND_VERIFICATION } from './recovery-and-verification.ts';
import { REGISTRATION } from './registration.ts';
import { SETTINGS } from './settings.ts';
import { VALIDATION } from './validation.ts';

/** Every id that we know. */
export const EXPLANATIONS: Explanations = {
  ...LOGIN,
  ...REGISTRATION,
  ...SETTINGS,
  ...RECOVERY_AND_VERIFICATION,
  ...LABELS,
  ...VALIDATION,
  ...FLOW_ERRORS,
};

/** What the ten thousands of an id stand for, in all versions. */
const RANGES: Readonly<Record<number, string>> = {
  101: l10n.t('signing in'),
  102: l10n.t('signing out'),
  103: l10n.t('the second factor'),
  104: l10n.t('signing up'),
  105: l10n.t('the settings'),
  106: 'recovery',
  107: l10n.t('the name of a field or button'),
  108: 'verification',
  400: l10n.t('a value that is wrong'),
  401: l10n.t('a login that went wrong'),
  404: l10n.t('a registration that went wrong'),
  405: l10n.t('settings that went wrong'),
  406: l10n.t('a recovery that went wrong'),
  407: l10n.t('a verification that went wrong'),
  500: l10n.t('the server or its configuration'),
};

/** What a message's id means: in our words where we know it, else by the range that it lies in. */
export function explain(id: number): Explanation {
  const known = EXPLANATIONS[id];
  if (known) return known;
  const range = RANGES[Math.floor(id / 10_000)];
  if (!range)
    return { means: l10n.t('This id is in none of Kratos’ ranges: the message comes from somewhere else.') };
  return {
    means: l10n.t('This id is newer than this extension; its range stands for {0}.', range),
    next: l10n.t('Its text says the rest.'),
  };
}
