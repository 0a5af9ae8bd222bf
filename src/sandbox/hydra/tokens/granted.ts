import type { StoredClient } from '../clients/model.ts';
import type { TokenSession } from './store.ts';

/** What a grant allows; tokens are made from it. */
export interface Granted {
  readonly client: StoredClient;
  readonly family: string;
  readonly subject: string;
  readonly scope: readonly string[];
  readonly audience: readonly string[];
  readonly session: TokenSession;
  readonly consentId?: string;
}
