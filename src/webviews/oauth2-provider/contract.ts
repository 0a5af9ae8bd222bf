import * as v from 'valibot';
import type { Row } from '../shared/oauth2/contract.ts';
import type { Severity } from '../shared/pieces/banner.ts';

export interface ProviderModel {
  readonly connection: string;
  readonly remark: string;
  /** Why it could not be read again, or can’t be any more; empty where it can. */
  readonly problem: string;
  /** Something is being done: nothing else is begun. */
  readonly busy: boolean;
  readonly issuer: string;
  /** What is odd; empty where nothing is. */
  readonly oddities: readonly { readonly severity: Severity; readonly what: string; readonly why: string }[];
  readonly keys: readonly Row[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  readonly readAt: string;
}

export const providerMessages = v.variant('type', [
  v.object({ type: v.literal('refresh') }),
  v.object({ type: v.literal('json') }),
  v.object({ type: v.literal('flow') }),
]);
export type ProviderMessage = v.InferOutput<typeof providerMessages>;
