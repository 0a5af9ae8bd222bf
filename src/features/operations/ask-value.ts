import * as vscode from 'vscode';
import { withoutIcons } from '../../editor/text.ts';
import { enter } from '../../editor/wizard-input.ts';
import { pickMany, pickOne } from '../../editor/wizard-pick.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../editor/wizard.ts';
import { readValue } from '../../ory/runner/read-value.ts';
import type { Asked } from '../../ory/runner/run-input.ts';
import type { Offer } from './offers.ts';

/** Asks for one value in the way that fits it: a choice, several, a secret, or a text with what is at hand. */
export async function askValue(
  place: StepPlace,
  asked: Asked,
  given: unknown,
  offers: readonly Offer[],
): Promise<Answered<unknown>> {
  const { name, field } = asked;
  const prompt = `${name}: ${field.summary}`;
  if (field.type === 'boolean') {
    return pickOne<boolean>(place, {
      placeholder: prompt,
      items: [true, false].map((value) => ({
        label: String(value),
        value,
        ...(field.default === value ? { description: vscode.l10n.t('what the server takes by itself') } : {}),
      })),
      active: given !== false,
    });
  }
  if (field.values && field.type === 'string[]') {
    const chosen = Array.isArray(given) ? (given as unknown[]) : [];
    return pickMany<string>(place, {
      placeholder: prompt,
      items: field.values.map((value) => ({ label: value, value, picked: chosen.includes(value) })),
    });
  }
  if (field.values) {
    return pickOne<string>(place, {
      placeholder: prompt,
      items: field.values.map((value) => ({
        label: value,
        value,
        ...(field.default === value ? { description: vscode.l10n.t('what the server takes by itself') } : {}),
      })),
      ...(typeof given === 'string' ? { active: given } : {}),
    });
  }
  const before = textOf(given);
  if (offers.length > 0 && !field.secret) return askText(place, asked, prompt, before, offers);
  const answer = await enter(place, {
    heading: name,
    prompt: field.summary,
    value: before,
    password: field.secret ?? false,
    placeholder: placeholderOf(asked),
    validate: (text) => {
      const read = readValue(asked, text);
      return 'problem' in read ? { severity: 'refused', message: read.problem } : { severity: 'ok' };
    },
  });
  return typeof answer === 'symbol' ? answer : valueOf(asked, answer.text);
}

function placeholderOf({ field }: Asked): string {
  if (field.default !== undefined) return vscode.l10n.t('{0}, where nothing is given', field.default);
  if (field.type === 'string[]') return vscode.l10n.t('Several with commas between them');
  return field.required ? '' : vscode.l10n.t('May be left empty');
}

const valueOf = (asked: Asked, text: string): unknown => {
  const read = readValue(asked, text);
  return 'value' in read ? read.value : undefined;
};

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : '';

interface OfferItem extends vscode.QuickPickItem {
  readonly value?: string;
}

/** A text that is typed, or one of those at hand. */
function askText(
  place: StepPlace,
  asked: Asked,
  prompt: string,
  before: string,
  offers: readonly Offer[],
): Promise<Answered<unknown>> {
  const pick = vscode.window.createQuickPick<OfferItem>();
  pick.title = place.title;
  if (place.totalSteps > 1) {
    pick.step = place.step;
    pick.totalSteps = place.totalSteps;
  }
  pick.placeholder = vscode.l10n.t('{0} Choose, or type another.', prompt);
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.buttons = place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  const items = offers.map(({ value, name, from }): OfferItem => ({
    label: withoutIcons(name),
    description: value === name ? from : `${withoutIcons(value)} · ${from}`,
    value,
  }));
  const known = offers.some(({ value }) => value === before);
  const fill = () => {
    const typed = pick.value.trim();
    const read = readValue(asked, typed);
    const own: OfferItem = {
      label: vscode.l10n.t('Use “{0}”', withoutIcons(typed)),
      ...('problem' in read ? { detail: read.problem } : { value: typed }),
      alwaysShow: true,
    };
    const last: OfferItem[] =
      before && !known
        ? [{ label: withoutIcons(before), description: vscode.l10n.t('used last'), value: before }]
        : [];
    pick.items = typed ? [...items, own] : [...items, ...last];
  };
  fill();
  return new Promise((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidTriggerButton(() => {
      resolve(BACK);
      pick.hide();
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      // Whoever types fast presses Enter before the list has followed.
      const value = chosen ? chosen.value : pick.value.trim();
      if (!value || 'problem' in readValue(asked, value)) return;
      resolve(valueOf(asked, value));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(CANCELLED);
      pick.dispose();
    });
    pick.show();
  });
}
