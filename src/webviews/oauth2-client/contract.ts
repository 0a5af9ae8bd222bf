import * as v from 'valibot';

/** A registered client as it sees itself. */
export interface RegistrationModel {
  readonly connection: string;
  readonly remark: string;
  /** Empty until it is registered. */
  readonly id: string;
  readonly name: string;
  /** What the text area holds at first. */
  readonly text: string;
  /** Another number where the host replaced the text. */
  readonly revision: number;
  readonly problem: string;
  readonly outcome: string;
  readonly busy: boolean;
}

export const registrationMessages = v.variant('type', [
  v.object({ type: v.literal('fill'), text: v.string() }),
  /** Registers, or replaces what is registered. */
  v.object({ type: v.literal('send') }),
  v.object({ type: v.literal('read') }),
  v.object({ type: v.literal('delete') }),
]);
export type RegistrationMessage = v.InferOutput<typeof registrationMessages>;
