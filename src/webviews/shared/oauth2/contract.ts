import * as v from 'valibot';
import type { Severity } from '../pieces/banner.ts';

/** A value that a person fills in. */
export interface Field {
  /** As the API spells it; unique in its form. */
  readonly name: string;
  /** What people call it, where that is not its name. */
  readonly label?: string;
  readonly type: 'text' | 'number' | 'boolean' | 'list' | 'json' | 'choice';
  readonly about: string;
  readonly value: string;
  readonly required?: boolean;
  /** What is chosen from: of a `choice` one, of a `list` any. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string;
  /** Why it can't be taken. */
  readonly problem?: string;
}

export interface Row {
  readonly name: string;
  readonly value: string;
  /** What the value means. */
  readonly note?: string;
  readonly copy?: boolean;
}

/** A request of a login, consent, logout or device app, and the forms that decide it. */
export interface ChallengeModel {
  /** Changes with each request; fields are made anew for it. */
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly facts: readonly Row[];
  /** What the server said, without challenges, as JSON. */
  readonly raw: string;
  readonly acceptLabel: string;
  readonly accept: readonly Field[];
  /** Undefined where a request can't be rejected. */
  readonly reject?: readonly Field[];
  /** Why the last answer was refused. */
  readonly problem: string;
  readonly busy: boolean;
}

/** Something that can be done, by its id. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly icon?: string;
}

/** A token as it may be seen: never the token itself. */
export interface TokenModel {
  readonly id: string;
  readonly title: string;
  /** "JWT access token", "Refresh token". */
  readonly kind: string;
  /** What is known of it: good, or why not. */
  readonly state: { readonly severity: Severity; readonly text: string };
  /** Further sentences on the check. */
  readonly notes: readonly string[];
  readonly header: readonly Row[];
  readonly claims: readonly Row[];
  /** What the server said of it. */
  readonly introspection: readonly Row[];
  readonly actions: readonly Action[];
}

/** A request that was sent and what came back, secrets cut out. */
export interface ExchangeModel {
  readonly title: string;
  readonly request: string;
  readonly answer: string;
}

export const fillMessage = v.object({
  type: v.literal('fill'),
  form: v.picklist(['setup', 'accept', 'reject']),
  name: v.string(),
  value: v.string(),
});
export const decideMessage = v.object({
  type: v.literal('decide'),
  decision: v.picklist(['accept', 'reject']),
});
export const tokenMessage = v.object({ type: v.literal('token'), id: v.string(), action: v.string() });

export type FillMessage = v.InferOutput<typeof fillMessage>;
export type DecideMessage = v.InferOutput<typeof decideMessage>;
export type TokenMessage = v.InferOutput<typeof tokenMessage>;
