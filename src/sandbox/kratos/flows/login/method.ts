import type { SandboxAnswer } from '../../../http/service.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Identity } from '../../identities/model.ts';
import type { Completed } from '../../sessions/begin.ts';
import type { Login } from '../../sessions/find.ts';
import type { Extras, Flow } from '../model.ts';

/** A login flow at work. */
export interface LoginWork {
  readonly ex: Exchange;
  readonly flow: Flow;
  /** Who is logged in already: to confirm that, or to add a second factor. */
  readonly login: Login | undefined;
  readonly extras: Extras;
}

/** Who was recognised, or an answer that ends the submission; undefined: another method was meant. */
export type LoginOutcome =
  | { readonly identity: Identity; readonly completed: Completed }
  | { readonly answer: SandboxAnswer }
  | undefined;

/** A way to sign in: the fields that it adds to a form, and what it makes of a submission. */
export interface LoginMethod {
  readonly id: string;
  isEnabled(work: LoginWork): boolean;
  /** Adds its fields for somebody unknown. */
  firstFactor?(work: LoginWork): void;
  /** Adds its fields for somebody who is logged in, and is to show that once more. */
  refresh?(work: LoginWork, login: Login): void;
  /** Adds its fields for a second factor. */
  secondFactor?(work: LoginWork, login: Login): void;
  /** Adds its fields when the login name is known already; false when this person cannot use it. */
  identified?(work: LoginWork, identity: Identity | undefined, identifier: string): boolean;
  /** Sends what it can at once when it is the only way to go on. */
  begun?(work: LoginWork): void;
  submit(work: LoginWork): LoginOutcome;
}
