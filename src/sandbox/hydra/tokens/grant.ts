import type { StoredClient } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import type { TokenAnswer } from './mint.ts';

/**
 * One grant type of the token endpoint; the client is authenticated already.
 * @throws HydraError when the grant is refused.
 */
export type Grant = (
  context: HydraContext,
  client: StoredClient,
  form: URLSearchParams,
) => TokenAnswer | Promise<TokenAnswer>;
