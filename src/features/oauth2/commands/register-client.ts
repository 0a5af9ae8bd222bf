import { requireConnection } from '../../../editor/require-connection.ts';
import type { OAuth2 } from '../oauth2.ts';
import { registeredClients, RegistrationPanel } from '../registration/registration-panel.ts';

/** Registers a client as an app would do it, without an administrator. */
export async function run(oauth2: OAuth2): Promise<void> {
  const connection = await requireConnection(oauth2.container, { service: 'hydra-public', writes: true });
  if (!connection) return;
  await new RegistrationPanel(oauth2, connection, await registeredClients(oauth2, connection)).show();
}
