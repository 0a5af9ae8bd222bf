import { usable } from '../../../editor/deeds/usable.ts';
import type { OAuth2 } from '../oauth2.ts';
import { ProviderPanel } from '../provider/provider-panel.ts';

/** Shows the OpenID provider of the connection: its configuration, its keys, and what is odd about it. */
export async function run(oauth2: OAuth2): Promise<void> {
  const connection = await usable(oauth2.container, { service: 'hydra-public', writes: false });
  if (connection) await ProviderPanel.open(oauth2, connection);
}
