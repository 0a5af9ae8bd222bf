import { addressOf } from '../../connections/model.ts';
import { cleanUp } from '../../flows/oauth2/clients/clean-up.ts';
import type { OAuth2 } from './oauth2.ts';

/** Removes what runs of windows that crashed left behind, as far as their servers can be reached; says nothing. */
export async function removeLeftovers({ container, records }: OAuth2): Promise<void> {
  const removed = await cleanUp(records, async ({ connection: id, address }) => {
    const connection = container.connections.byId(id);
    const same = connection && addressOf(connection, 'hydra-admin') === address;
    return same && !connection.readOnly ? container.client(connection) : undefined;
  });
  if (removed > 0)
    container.log.info(`Removed ${removed} temporary OAuth 2.0 clients or issuers of runs that did not end.`);
}
