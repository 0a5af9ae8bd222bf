import type { SandboxAnswer } from '../../../http/service.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Extras, Flow } from '../model.ts';

/** A recovery flow at work. */
export interface RecoveryWork {
  readonly ex: Exchange;
  readonly flow: Flow;
  readonly extras: Extras;
}

/** The flow as it is to be shown, or an answer that ends the submission; undefined: another method was meant. */
export type RecoveryOutcome = { readonly flow: Flow } | { readonly answer: SandboxAnswer } | undefined;

/** A way to recover an account: what it makes of a submission. */
export interface RecoveryMethod {
  readonly id: 'code' | 'link';
  submit(work: RecoveryWork): RecoveryOutcome;
}
