import * as l10n from '@vscode/l10n';
import type { SelfHostedConnection } from '../../connections/model.ts';
import { ADDRESS_SETTINGS } from '../../connections/model.ts';
import type { ConnectionStore } from '../../editor/connection-store.ts';
import type { SandboxAddresses } from './process.ts';

/** The connection to the sandbox that is in the user's settings. */
export const sandboxConnection = ({ all }: ConnectionStore): SelfHostedConnection | undefined =>
  all.find(
    (one): one is SelfHostedConnection => one.type === 'self-hosted' && one.sandbox && one.scope === 'user',
  );

/** Writes where the sandbox is to the user's settings, with what the person changed there, and shows it. */
export async function connectSandbox(
  connections: ConnectionStore,
  addresses: SandboxAddresses,
): Promise<void> {
  const known = sandboxConnection(connections);
  const id =
    known?.id ?? (connections.byId('sandbox') ? connections.newId(l10n.t('local sandbox')) : 'sandbox');
  const settings = Object.entries(ADDRESS_SETTINGS).flatMap(([setting, service]) =>
    addresses[service] === undefined ? [] : [[setting, addresses[service]] as const],
  );
  const before = known && connections.entryOf(known);
  const entry = {
    ...(before ?? { name: l10n.t('Local sandbox'), type: 'self-hosted', sandbox: true }),
    id,
    ...Object.fromEntries(settings),
  };
  if (JSON.stringify(entry) !== JSON.stringify(before)) await connections.put(entry, 'user');
  await connections.activate(id);
}
