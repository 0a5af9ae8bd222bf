import { focusView } from '../../editor/focus-view.ts';
import { originOf } from '../../connections/address.ts';
import { addressOf, type Connection } from '../../connections/model.ts';
import type { Slot } from '../../connections/secrets.ts';
import type { Container } from '../../container.ts';
import { connectionOf, type Draft, entryOf } from './draft.ts';

/** The slot of the key that a connection cannot do without. */
export const keySlotOf = (connection: Connection): Slot =>
  connection.type === 'network'
    ? 'project-key'
    : connection.type === 'workspace'
      ? 'workspace-key'
      : 'authorization';

/** Keeps a key for a connection, bound to the origins that it is for; no other one is ever shown it. */
export async function keepKey(
  container: Container,
  connection: Connection,
  slot: Slot,
  key: string,
  origins: readonly string[],
): Promise<void> {
  for (const origin of origins) await container.secrets.store(connection, origin, slot, key);
}

/** Every origin that a connection may show a kind of key to. */
export function originsOf(connection: Connection, slot: Slot): string[] {
  if (connection.type === 'self-hosted')
    return [...new Set(Object.values(connection.addresses).map(originOf))];
  const address = addressOf(connection, slot.startsWith('workspace') ? 'console' : 'kratos-admin');
  return address === undefined ? [] : [originOf(address)];
}

/**
 * Writes a finished draft to the settings and its key to the secret store, and makes it the active connection. The
 * key comes first, so that the views find it when the settings change; it is taken back if those can't be written.
 */
export async function keep(container: Container, draft: Draft): Promise<Connection> {
  const { connections, secrets } = container;
  const entry = entryOf(draft, connections.newId(draft.name));
  const connection = connectionOf(entry, draft.scope);
  try {
    await keepKeys(container, connection, draft);
    await connections.put(entry, draft.scope);
  } catch (error) {
    await secrets.forget(connection);
    throw error;
  }
  if (draft.type !== 'workspace' || connections.all.length === 1) await connections.activate(entry.id);
  await focusView('ory.projects', true);
  return connections.byId(entry.id) ?? connection;
}

async function keepKeys(container: Container, connection: Connection, draft: Draft): Promise<void> {
  const slot = keySlotOf(connection);
  if (connection.type !== 'self-hosted') {
    if (draft.key) await keepKey(container, connection, slot, draft.key, originsOf(connection, slot));
    return;
  }
  const guarded = draft.guarded.flatMap((service) => draft.addresses[service] ?? []).map(originOf);
  if (draft.key) await keepKey(container, connection, slot, draft.key, guarded);
  for (const origin of originsOf(connection, slot)) {
    const pasted = draft.authorizations[origin];
    // What was entered because the pasted one was refused counts.
    if (pasted !== undefined && !(draft.key && guarded.includes(origin)))
      await keepKey(container, connection, slot, pasted, [origin]);
  }
}
