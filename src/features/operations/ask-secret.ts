import * as l10n from '@vscode/l10n';
import { challengeWords, type KnownChallenge } from '../../editor/known-challenges.ts';
import { withoutIcons } from '../../editor/text.ts';
import { pickOne } from '../../editor/wizard-pick.ts';
import type { Answered, StepPlace } from '../../editor/wizard.ts';
import type { Asked } from '../../ory/runner/run-input.ts';
import { askValue } from './ask-value.ts';

/** Asks for a secret: a challenge that this window knows, by what it is for, or one that is entered unseen. */
export async function askSecret(
  place: StepPlace,
  asked: Asked,
  given: unknown,
  known: readonly KnownChallenge[],
): Promise<Answered<unknown>> {
  if (known.length === 0) return askValue(place, asked, given, []);
  const chosen = await pickOne<KnownChallenge | 'another'>(place, {
    placeholder: `${asked.name}: ${asked.field.summary}`,
    items: [
      ...known.map((one) => {
        const { name, from } = challengeWords(one);
        return { label: withoutIcons(name), description: withoutIcons(from), value: one };
      }),
      { label: l10n.t('Enter Another…'), value: 'another' },
    ],
  });
  if (typeof chosen === 'symbol') return chosen;
  return chosen === 'another' ? askValue(place, asked, given, []) : chosen.challenge;
}
