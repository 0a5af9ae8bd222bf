import { addressOf } from '../../connections/model.ts';
import { cleanUp, SETTLED_MS } from '../../flows/oauth2/clients/clean-up.ts';
import type { OAuth2 } from './oauth2.ts';

/**
 * Removes what runs left behind whose windows crashed, or that ended while something was being made, as far as their
 * servers can be reached; says nothing. Looks again when something may come yet.
 */
export async function removeLeftovers({ container, records, leftovers }: OAuth2): Promise<void> {
  const { removed, unsettled } = await cleanUp(records, async ({ connection: id, address }) => {
    const connection = container.connections.byId(id);
    const same = connection && addressOf(connection, 'hydra-admin') === address;
    return same && !connection.readOnly ? container.client(connection) : undefined;
  });
  if (unsettled) leftovers.lookIn(SETTLED_MS);
  if (removed > 0)
    container.log.info(`Removed ${removed} temporary OAuth 2.0 clients or issuers of runs that have ended.`);
}
