import type { Connection } from '../../connections/model.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import type { RunInput } from '../../ory/runner/run-input.ts';

/** What is to be run. */
export interface Run {
  readonly operation: Operation;
  readonly connection: Connection;
  /** As it is shown and remembered; masks stand for secrets of the body. */
  readonly input: RunInput;
  /** The body with its secrets, where it has any. */
  readonly body?: string;
  /** Whether the answer is shown beside what it was run from, which keeps the keyboard. */
  readonly beside?: boolean;
}
