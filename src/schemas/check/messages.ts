import type { FieldProblem } from '../../kinds/save-error.ts';
import type { JsonSchema } from '../json-schema.ts';

/** What the thread that checks documents is asked. */
export interface Asked {
  readonly id: number;
  readonly schema: JsonSchema;
  /** Schemas that it refers to, by their addresses. */
  readonly others: ReadonlyMap<string, JsonSchema>;
  /** The document, as JSON: of all forms that is the one which is handed over soonest. */
  readonly text: string;
}

/** What it answers; without problems where it could not say. */
export interface Answered {
  readonly id: number;
  readonly problems: readonly FieldProblem[];
}
