import type * as v from 'valibot';
import { tokenMessage, type TokenModel } from '../shared/oauth2/contract.ts';

export interface TokenPageModel {
  readonly connection: string;
  readonly remark: string;
  readonly token: TokenModel;
}

export const tokenMessages = tokenMessage;
export type TokenPageMessage = v.InferOutput<typeof tokenMessages>;
