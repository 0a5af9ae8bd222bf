import * as l10n from '@vscode/l10n';
import type { Connection } from '../../connections/model.ts';
import { withoutIcons } from '../../editor/text.ts';
import { pickMany } from '../../editor/wizard-pick.ts';
import { type Answered, runWizard, type Step } from '../../editor/wizard.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { type Asked, askedOf, isGiven } from '../../ory/runner/run-input.ts';
import { askSecret } from './ask-secret.ts';
import { askValue } from './ask-value.ts';
import { offersFor } from './offers.ts';
import type { Operations } from './operations.ts';
import type { Subject } from './subject.ts';

type Values = Readonly<Record<string, unknown>>;

interface State {
  readonly values: Values;
  /** Names of the optional values that are wanted. */
  readonly more: readonly string[];
}

/**
 * Asks for everything that an operation takes beside its document: what is required one by one, what is optional after
 * it was chosen from a list.
 * @param given values that stand there already; optional ones among them are asked for again
 * @returns the values, or that the person went back or gave up
 */
export async function askInput(
  operation: Operation,
  connection: Connection,
  given: Values,
  { answers, container }: Pick<Operations, 'answers' | 'container'>,
  subject?: Subject,
): Promise<Answered<Values>> {
  const asked = askedOf(operation);
  const step = (one: Asked, applies?: (state: State) => boolean): Step<State> => ({
    ...(applies ? { applies } : {}),
    ask: async (state, place) => {
      const { name } = one;
      const offers = offersFor(connection, operation, name, answers, subject);
      const known = container.challenges.for(connection.id, name);
      const answer = one.field.secret
        ? await askSecret(place, one, state.values[name], known)
        : await askValue(place, one, state.values[name], offers);
      return typeof answer === 'symbol'
        ? (answer as Answered<never>)
        : { ...state, values: { ...state.values, [name]: answer } };
    },
  });
  const optional = asked.filter(({ field }) => !field.required);
  const steps: Step<State>[] = [
    ...asked.filter(({ field }) => field.required).map((one) => step(one)),
    ...(optional.length > 0 ? [moreStep(optional)] : []),
    ...optional.map((one) => step(one, ({ more }) => more.includes(one.name))),
  ];
  const start: State = {
    values: given,
    more: optional.filter(({ name }) => isGiven(given[name])).map(({ name }) => name),
  };
  const title = `${operation.id} on ${connection.name}`;
  const answer = await runWizard(title, steps, start, true);
  if (typeof answer === 'symbol') return answer;
  const wanted = new Set(answer.more);
  return Object.fromEntries(
    asked
      .filter(({ name, field }) => field.required || wanted.has(name))
      .map(({ name }) => [name, answer.values[name]] as const)
      .filter(([, value]) => isGiven(value)),
  );
}

const moreStep = (optional: readonly Asked[]): Step<State> => ({
  ask: async (state, place) => {
    const chosen = await pickMany<string>(place, {
      placeholder: l10n.t('More parameters… (none is fine: press Enter)'),
      items: optional.map(({ name, field }) => ({
        label: name,
        value: name,
        detail: withoutIcons(field.summary),
        picked: state.more.includes(name),
        ...(field.default === undefined ? {} : { description: l10n.t('default {0}', field.default) }),
      })),
    });
    return typeof chosen === 'symbol' ? chosen : { ...state, more: chosen };
  },
});
