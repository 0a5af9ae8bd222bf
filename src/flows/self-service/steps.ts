import type { Operation } from '../../ory/operations/operation.ts';
import type { RunInput } from '../../ory/runner/run-input.ts';
import type { FlowKind } from './flow-operations.ts';
import type { Outcome } from './outcome.ts';

/** One exchange of the history. Nothing in it is secret: a mask stands where a secret was sent or received. */
export interface Step {
  /** Counted from 1. */
  readonly number: number;
  readonly operation: Operation;
  readonly kind: FlowKind;
  /** What was sent; secrets that were sent are masks. */
  readonly input: RunInput;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ms: number;
  readonly status?: number;
  readonly headline: string;
  readonly outcome: Outcome['kind'];
  /** The answer as a document; empty where there was none. */
  readonly answer: string;
  /** Whether the answer is a flow. */
  readonly isFlow: boolean;
}

/** The steps that were taken, the oldest first. */
export class Steps {
  private list: readonly Step[] = [];

  get all(): readonly Step[] {
    return this.list;
  }

  add(step: Omit<Step, 'number'>): Step {
    const added = { ...step, number: this.list.length + 1 };
    this.list = [...this.list, added];
    return added;
  }

  byNumber(number: number): Step | undefined {
    return this.list[number - 1];
  }

  /** The step before one whose answer was a flow too: what a difference is made with. */
  flowBefore({ number }: Step): Step | undefined {
    return this.list.slice(0, number - 1).findLast(({ isFlow }) => isFlow);
  }
}
