import type { Redactor } from '../../ory/secrets/redactor.ts';
import { wordsOfError } from '../../ory/words-of-error.ts';

/** A request and what was answered, with every secret cut out: fit to be shown and copied. */
export interface TracedExchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly requestBody?: string;
  readonly status?: number;
  readonly answerHeaders: readonly (readonly [string, string])[];
  readonly answerBody?: string;
  readonly ms: number;
  /** Why there was no answer. */
  readonly failure?: string;
}

export type StepState = 'running' | 'waiting' | 'done' | 'failed';

/** One step of a run. */
export interface Step {
  readonly id: number;
  /** What is done: "Exchange the code for tokens". */
  readonly title: string;
  readonly state: StepState;
  /** What came of it, or why it failed. */
  readonly note: string;
  readonly exchanges: readonly TracedExchange[];
}

/** The steps of a run as they happen. */
export class Trace {
  private readonly all: Step[] = [];

  constructor(
    private readonly redactor: Redactor,
    private readonly changed: () => void = () => undefined,
    /** Hears of each exchange, for the log. */
    private readonly recorded: (exchange: TracedExchange) => void = () => undefined,
  ) {}

  get steps(): readonly Step[] {
    return this.all;
  }

  /** Does one step: what is sent meanwhile is recorded with it, a failure ends it and is thrown on. */
  async step<T>(
    title: string,
    work: (at: StepHandle) => Promise<T>,
    state: StepState = 'running',
  ): Promise<T> {
    const at = this.begin(title, state);
    try {
      const result = await work(at);
      at.end('done');
      return result;
    } catch (error) {
      at.end('failed', wordsOfError(error));
      throw error;
    }
  }

  begin(title: string, state: StepState = 'running'): StepHandle {
    const index = this.all.length;
    this.all.push({ id: index, title, state, note: '', exchanges: [] });
    this.changed();
    const put = (change: Partial<Step>) => {
      const step = this.all[index];
      if (!step) return;
      this.all[index] = { ...step, ...change };
      this.changed();
    };
    return {
      note: (note) => put({ note: this.redactor.text(note) }),
      end: (ended, note) => put({ state: ended, ...(note ? { note: this.redactor.text(note) } : {}) }),
    };
  }

  /** Adds an exchange to the step that is under way. */
  record(exchange: TracedExchange): void {
    this.recorded(exchange);
    const index = this.all.length - 1;
    const step = this.all[index];
    if (!step) return;
    this.all[index] = { ...step, exchanges: [...step.exchanges, exchange] };
    this.changed();
  }
}

export interface StepHandle {
  note(note: string): void;
  end(state: StepState, note?: string): void;
}
