import type { SandboxAnswer } from '../../../http/service.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Extras, Flow } from '../model.ts';

/** A verification flow at work. */
export interface VerificationWork {
  readonly ex: Exchange;
  readonly flow: Flow;
  readonly extras: Extras;
}

/** `done`: the flow was changed and kept; or an answer that ends the submission; undefined: another method was meant. */
export type VerificationOutcome = { readonly done: true } | { readonly answer: SandboxAnswer } | undefined;

/** A way to verify an address: what it makes of a submission. */
export interface VerificationMethod {
  readonly id: 'code' | 'link';
  submit(work: VerificationWork): VerificationOutcome;
}
