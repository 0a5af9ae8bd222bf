/** The person went one step back. */
export const BACK = Symbol('back');
/** The person gave up. */
export const CANCELLED = Symbol('cancelled');

export type Answered<T> = T | typeof BACK | typeof CANCELLED;

/** Where a step stands, for its title bar. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

/** One question of a wizard. */
export interface Step<S> {
  /** Whether it is asked at all, given what was answered so far; asked always where this is missing. */
  readonly applies?: (state: S) => boolean;
  /** Asks, and hands back what is known then. */
  readonly ask: (state: S, place: StepPlace) => Promise<Answered<S>>;
}

/**
 * Asks one question after the other, back and forth. Going back keeps what was answered: each question shows it again.
 * @param canLeave whether Back on the first question leaves the wizard (to a list that it was opened from)
 */
export async function runWizard<S>(
  title: string,
  steps: readonly Step<S>[],
  start: S,
  canLeave = false,
): Promise<Answered<S>> {
  /** The questions that lie behind. */
  const passed: number[] = [];
  let state = start;
  let at = next(steps, 0, state);
  while (at < steps.length) {
    const step = steps[at];
    if (!step) break;
    const answer = await step.ask(state, {
      title,
      step: passed.length + 1,
      totalSteps: passed.length + countFrom(steps, at, state),
      canGoBack: passed.length > 0 || canLeave,
    });
    if (answer === CANCELLED) return CANCELLED;
    if (answer === BACK) {
      const before = passed.pop();
      if (before === undefined) return BACK;
      at = before;
      continue;
    }
    passed.push(at);
    state = answer;
    at = next(steps, at + 1, state);
  }
  return state;
}

function next<S>(steps: readonly Step<S>[], from: number, state: S): number {
  const found = steps.findIndex((step, at) => at >= from && (step.applies?.(state) ?? true));
  return found < 0 ? steps.length : found;
}

const countFrom = <S>(steps: readonly Step<S>[], from: number, state: S): number =>
  steps.filter((step, at) => at === from || (at > from && (step.applies?.(state) ?? true))).length;
