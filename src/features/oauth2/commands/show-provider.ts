import { givenConnection } from '../../../editor/given.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import type { OAuth2 } from '../oauth2.ts';
import { ProviderPanel } from '../provider/provider-panel.ts';

/**
 * Shows the OpenID provider of a connection: its configuration, its keys, and what is odd about it.
 * @param given a connection or what belongs to one; without it the active one is meant
 */
export async function run(oauth2: OAuth2, given?: unknown): Promise<void> {
  const need = { service: 'hydra-public', writes: false } as const;
  const connection = await requireConnection(oauth2.container, need, givenConnection(given));
  if (connection) await ProviderPanel.open(oauth2, connection);
}
