import * as v from 'valibot';
import {
  type Action,
  type ChallengeModel,
  decideMessage,
  type ExchangeModel,
  type Field,
  fillMessage,
  type Row,
  tokenMessage,
  type TokenModel,
} from '../shared/oauth2/contract.ts';

export interface StepModel {
  readonly id: number;
  readonly title: string;
  readonly state: 'running' | 'waiting' | 'done' | 'failed';
  readonly note: string;
  readonly exchanges: readonly ExchangeModel[];
}

/** A device that waits for its user. */
export interface DeviceModel {
  readonly userCode: string;
  readonly verificationUri: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Seconds. */
  readonly interval: number;
  /** Whether the code can be accepted in the editor now. */
  readonly canAccept: boolean;
}

/** A browser that somebody else's eyes are on. */
export interface BrowserModel {
  readonly text: string;
  /** Whether the address that it came back to has to be pasted. */
  readonly paste: boolean;
}

/** JSON that an action brought: userinfo, an introspection. */
export interface ResultModel {
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface RunModel {
  readonly connection: string;
  /** "production", "read-only"; empty for others. */
  readonly remark: string;
  /** What is being run, in words. */
  readonly about: string;
  readonly state: 'setup' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Why nothing can be run; empty where it can. */
  readonly reason: string;
  /** Something is being done: nothing else is begun. */
  readonly busy: boolean;
  /** Another number where the host replaced what the fields hold. */
  readonly revision: number;
  readonly fields: readonly Field[];
  /** Id of the temporary client, while it is there. */
  readonly temporary: string;
  readonly steps: readonly StepModel[];
  readonly challenge?: ChallengeModel;
  readonly device?: DeviceModel;
  readonly browser?: BrowserModel;
  readonly failure: string;
  readonly tokens: readonly TokenModel[];
  readonly results: readonly ResultModel[];
  /** What can be done with the whole: sign out, delete all tokens of the client. */
  readonly actions: readonly Action[];
}

export const runMessages = v.variant('type', [
  fillMessage,
  decideMessage,
  tokenMessage,
  v.object({ type: v.literal('start') }),
  v.object({ type: v.literal('cancel') }),
  /** Back to the fields. */
  v.object({ type: v.literal('again') }),
  v.object({ type: v.literal('chooseClient') }),
  /** The address that a browser came back to is asked for by the host. */
  v.object({ type: v.literal('paste') }),
  v.object({ type: v.literal('openBrowser') }),
  v.object({ type: v.literal('acceptDevice') }),
  v.object({ type: v.literal('act'), action: v.string() }),
]);
export type RunMessage = v.InferOutput<typeof runMessages>;
