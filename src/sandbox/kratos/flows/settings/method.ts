import type { Exchange } from '../../http/exchange.ts';
import type { Identity } from '../../identities/model.ts';
import type { Login } from '../../sessions/find.ts';
import type { Extras, Flow } from '../model.ts';
import type { Submitted } from '../values.ts';

/** A settings flow at work: whose it is, and their session. */
export interface SettingsWork extends Login {
  readonly ex: Exchange;
  readonly flow: Flow;
  readonly extras: Extras;
}

/**
 * The identity as it is to be, or `show`: the form has something to show first; undefined: another method was meant.
 */
export type SettingsOutcome = { readonly identity: Identity } | { readonly show: true } | undefined;

/** A part of somebody's settings: the fields that it adds to the form, and what it makes of a submission. */
export interface SettingsMethod {
  readonly id: string;
  /** A change that was stopped is remembered for apps, too, not only for browsers. */
  readonly pausesAlways?: boolean;
  /** Takes no links. */
  readonly postOnly?: boolean;
  isEnabled(ex: Exchange): boolean;
  populate(work: SettingsWork): void;
  submit(work: SettingsWork, submitted: Submitted): SettingsOutcome;
}
