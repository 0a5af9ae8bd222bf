import { withoutIcons } from '../../editor/text.ts';
import { enter } from '../../editor/wizard-input.ts';
import { pickMany, pickOne } from '../../editor/wizard-pick.ts';
import { type Answered, BACK, CANCELLED, type Step, type StepPlace } from '../../editor/wizard.ts';
import { FLOW_KINDS, FLOW_TYPES, optionsOf } from '../../flows/self-service/flow-operations.ts';
import { doubtAbout } from '../../flows/self-service/options.ts';
import type { Asked } from '../../ory/runner/run-input.ts';
import type { StartState } from './start-state.ts';

/** The options of the flow that was chosen. */
const optionsFor = ({ type, kind }: StartState): readonly Asked[] =>
  type === 'error' ? [] : optionsOf(type, kind);

const ALL_NAMES = [
  ...new Set(
    FLOW_TYPES.flatMap((type) => FLOW_KINDS.flatMap((kind) => optionsOf(type, kind).map(({ name }) => name))),
  ),
];

const whichOnes: Step<StartState> = {
  applies: (state) => optionsFor(state).length > 0,
  ask: async (state, place) => {
    const chosen = await pickMany<string>(place, {
      placeholder: 'Options (none is fine: press Enter)',
      items: optionsFor(state).map(({ name, field }) => ({
        label: name,
        value: name,
        detail: withoutIcons(field.summary),
        picked: state.wanted.includes(name),
      })),
    });
    if (chosen === BACK || chosen === CANCELLED) return chosen;
    const wanted = chosen;
    const flags = optionsFor(state).filter(
      ({ name, field }) => field.type === 'boolean' && wanted.includes(name),
    );
    const kept = Object.entries(state.options).filter(
      ([name, value]) => wanted.includes(name) && typeof value === 'string',
    );
    const options = Object.fromEntries([...kept, ...flags.map(({ name }) => [name, true] as const)]);
    return { ...state, wanted, options };
  },
};

const valueOf = (name: string): Step<StartState> => {
  const found = (state: StartState) =>
    optionsFor(state).find((one) => one.name === name && one.field.type !== 'boolean');
  return {
    applies: (state) => state.wanted.includes(name) && found(state) !== undefined,
    ask: async (state, place) => {
      const asked = found(state);
      const text = asked ? await askText(place, asked, String(state.options[name] ?? '')) : '';
      return typeof text === 'string' ? { ...state, options: { ...state.options, [name]: text } } : text;
    },
  };
};

async function askText(place: StepPlace, { name, field }: Asked, before: string): Promise<Answered<string>> {
  if (field.values) {
    return pickOne<string>(place, {
      placeholder: `${name}: ${field.summary}`,
      items: field.values.map((value) => ({ label: value, value })),
      ...(before ? { active: before } : {}),
    });
  }
  const answer = await enter(place, {
    heading: name,
    prompt: field.summary,
    value: before,
    password: field.secret ?? false,
    validate: (text) => {
      const message = doubtAbout(name, text);
      return message === undefined ? { severity: 'ok' } : { severity: 'doubt', message };
    },
  });
  return typeof answer === 'symbol' ? answer : answer.text.trim();
}

/** Questions on how a flow is started: which options, then the value of each that is wanted. */
export const optionSteps: readonly Step<StartState>[] = [whichOnes, ...ALL_NAMES.map(valueOf)];
