import type * as v from 'valibot';
import { tokenMessage, type TokenModel } from '../shared/oauth2/contract.ts';

export interface TokenPageModel {
  readonly connection: string;
  readonly remark: string;
  readonly token: TokenModel;
  /** Why the last action failed; empty where it did not. */
  readonly problem: string;
  /** Something is being done: nothing else is begun. */
  readonly busy: boolean;
}

export const tokenMessages = tokenMessage;
export type TokenPageMessage = v.InferOutput<typeof tokenMessages>;
