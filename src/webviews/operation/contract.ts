import * as v from 'valibot';

/** How a value is entered. `flag` is true, false, or left to the server. */
export type FieldKind = 'text' | 'number' | 'flag' | 'choice' | 'choices' | 'list' | 'secret';

/** A value that is at hand for a field. */
export interface FieldOffer {
  /** The value itself; for a secret a key that names it, and nothing more. */
  readonly value: string;
  /** What people call it. */
  readonly name: string;
  /** Where it comes from. */
  readonly from: string;
}

export interface FormField {
  /** As the API spells it. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly summary: string;
  readonly required: boolean;
  /** What the server takes when nothing is given, and the limits: "default 250, at most 1000". */
  readonly bounds: string;
  /** What an empty field shows: the server's default. */
  readonly placeholder: string;
  /** What can be chosen; only choices have it. */
  readonly values: readonly string[];
  readonly offers: readonly FieldOffer[];
  /** What was entered, lists line by line; always empty for a secret. */
  readonly text: string;
  /** Whether a secret was entered. */
  readonly held: boolean;
  /** Key of the known secret that was taken; empty where none was. */
  readonly taken: string;
  /** Why it can't be sent; empty where nothing is wrong, or nothing was tried yet. */
  readonly problem: string;
}

/** All that the form shows. */
export interface FormModel {
  readonly operation: string;
  readonly summary: string;
  readonly method: string;
  readonly effect: 'read' | 'write' | 'destroy';
  /** The server that it goes to: "Kratos admin". */
  readonly service: string;
  readonly connection: string;
  /** What is to be known of the connection: "production", "read-only"; empty for others. */
  readonly remark: string;
  readonly fields: readonly FormField[];
  /** Another number where the host has replaced what the fields hold: until then, what was typed stands. */
  readonly revision: number;
  /** The request without secrets, as HTTP writes it; empty until it is known where it goes. */
  readonly preview: string;
  /** What the button says. */
  readonly run: string;
  /** Whether it is under way. */
  readonly running: boolean;
  /** What came of the last run: "200 in 31 ms". */
  readonly outcome?: { readonly good: boolean; readonly text: string };
  /** Why it can't be run at all; empty where it can. */
  readonly reason: string;
}

export const formMessages = v.variant('type', [
  /** A field holds something else now. */
  v.object({ type: v.literal('change'), name: v.string(), text: v.string() }),
  /** A secret that is known is taken, by its key; the empty key gives it back. */
  v.object({ type: v.literal('take'), name: v.string(), key: v.string() }),
  /** A field was left: what is wrong with it is said from now on. */
  v.object({ type: v.literal('leave'), name: v.string() }),
  v.object({ type: v.literal('run') }),
  v.object({ type: v.literal('curl') }),
  /** Back to what it was last run with. */
  v.object({ type: v.literal('reset') }),
  v.object({ type: v.literal('clear') }),
]);
export type FormMessage = v.InferOutput<typeof formMessages>;
