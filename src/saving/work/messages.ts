import type { Outline } from '../../ory/json/unread.ts';
import type { FieldProblem } from '../../kinds/save-error.ts';
import type { JsonSchema } from '../../schemas/json-schema.ts';
import type { JobName } from './jobs.ts';
import type { PackedError } from './pack-error.ts';

/** What a job asks the extension host for. */
export type Request =
  | {
      readonly what: 'call';
      /** Id of the operation. */
      readonly operation: string;
      readonly parameters: Readonly<Record<string, unknown>>;
      /** Text of the body. */
      readonly body: string | undefined;
    }
  | {
      readonly what: 'find';
      readonly schema: JsonSchema;
      readonly others: ReadonlyMap<string, JsonSchema>;
      readonly text: string;
    };

/** What comes of it: of a call nothing but that it was answered. */
export type Given = { readonly found?: readonly FieldProblem[] } | { readonly error: PackedError };

export type ToWorker =
  | {
      readonly is: 'job';
      readonly id: number;
      readonly name: JobName;
      /** Packed. */
      readonly asked: unknown;
      /** Texts of the large trees among it that the thread does not know yet, by their names. */
      readonly trees: ReadonlyMap<string, string>;
      /** Names of trees that it may forget. */
      readonly forget: readonly string[];
    }
  | { readonly is: 'given'; readonly id: number; readonly given: Given };

/** A large tree that a job made. */
export interface Made {
  readonly name: string;
  readonly text: string;
  readonly outline: Outline | undefined;
}

export type FromWorker =
  | { readonly is: 'done'; readonly id: number; readonly answer: unknown; readonly made: readonly Made[] }
  | { readonly is: 'failed'; readonly id: number; readonly error: PackedError }
  | { readonly is: 'request'; readonly id: number; readonly request: Request };
