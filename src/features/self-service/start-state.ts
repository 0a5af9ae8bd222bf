import type { FlowKind, FlowType } from '../../flows/self-service/flow-operations.ts';

/** What a flow is started with. */
export type Options = Readonly<Record<string, string | boolean>>;

/** What is known after each question of “Start Self-Service Flow…”. */
export interface StartState {
  readonly type: FlowType | 'logout' | 'error';
  readonly kind: FlowKind;
  /** Names of the options that are wanted. */
  readonly wanted: readonly string[];
  readonly options: Options;
}
