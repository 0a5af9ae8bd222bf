import type { SandboxAnswer } from '../../../http/service.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Identity } from '../../identities/model.ts';
import type { Derived } from '../../schemas/extension.ts';
import type { Extras, Flow } from '../model.ts';

/** A registration flow at work. */
export interface RegistrationWork {
  readonly ex: Exchange;
  readonly flow: Flow;
  readonly extras: Extras;
  /** The ways that can be used. */
  readonly methods: readonly RegistrationMethod[];
}

/** Who signs up: their traits, what follows from them, and what they will sign in with. */
export interface Newcomer {
  readonly method: string;
  readonly traits: unknown;
  readonly derived: Derived;
  readonly credentials: Identity['credentials'];
  /** An address that the person has proven to hold already. */
  readonly verified?: string;
}

/** Somebody who signs up, or an answer that ends the submission; undefined: another method was meant. */
export type RegistrationOutcome = Newcomer | { readonly answer: SandboxAnswer } | undefined;

/** A way to sign up: what it adds to the forms, and what it makes of a submission. */
export interface RegistrationMethod {
  readonly id: string;
  isEnabled(ex: Exchange): boolean;
  /** Adds its fields to a form that asks for everything at once. */
  all(work: RegistrationWork): void;
  /** Changes the form to the step that asks for the profile. */
  profile(work: RegistrationWork, traits?: unknown): void;
  /** Changes the form to the step that asks how to sign in. */
  credentials(work: RegistrationWork): void;
  submit(work: RegistrationWork): RegistrationOutcome;
}
