import * as v from 'valibot';
import { type ChallengeModel, decideMessage, fillMessage } from '../shared/oauth2/contract.ts';

export interface ChallengePageModel {
  readonly connection: string;
  readonly remark: string;
  readonly challenge: ChallengeModel;
  /** What came of it; empty until it was answered. */
  readonly outcome: string;
  /** Whether the browser can be sent on to where the server said. */
  readonly canFollow: boolean;
}

export const challengeMessages = v.variant('type', [
  fillMessage,
  decideMessage,
  v.object({ type: v.literal('follow') }),
  v.object({ type: v.literal('copyNext') }),
]);
export type ChallengeMessage = v.InferOutput<typeof challengeMessages>;
