import type { Connection } from '../../../connections/model.ts';
import { sameWay } from '../../../connections/through.ts';
import type { Container } from '../../../container.ts';
import type { ConnectionEntry } from '../../../editor/connection-store.ts';
import { enterKey } from '../commands/enter-key.ts';
import { connectionOf } from '../draft.ts';
import { keySlotOf, originsOf } from '../keep.ts';
import type { Edited } from './fields.ts';

/**
 * Writes a change to the settings. Keys are bound to the origin that they were entered for, and to what they went
 * through: where either changed, the key is asked again; other secrets (a person's session, a client's) are no key and
 * ask for nothing.
 */
export async function applyEdit(
  container: Container,
  before: Connection,
  { change, secret, asks }: Edited,
): Promise<void> {
  const { connections, secrets } = container;
  const entry = connections.entryOf(before);
  if (!entry) throw new Error(`${before.name} is no longer in the settings.`);
  const changed = Object.fromEntries(
    Object.entries({ ...entry, ...change }).filter(([, value]) => value !== undefined && value !== false),
  ) as ConnectionEntry;
  const after = connectionOf(changed, before.scope);
  const wanted = keylessOrigins(container, before, after);
  // It comes first, so that the views find it when the settings change.
  if (secret) await secrets.store(after, secret.origin, secret.slot, secret.value);
  await connections.put(changed, before.scope);
  const missing = asks && !secrets.holds(after, asks, keySlotOf(after)) ? [asks] : [];
  const origins = [...new Set([...wanted, ...missing])].filter((origin) => origin !== secret?.origin);
  if (origins.length > 0) await enterKey(container, after, origins, keySlotOf(after));
}

/** The origins for which a key is to be entered again, because the one that was stored is for another way or origin. */
function keylessOrigins({ secrets }: Container, before: Connection, after: Connection): readonly string[] {
  const slot = keySlotOf(before);
  const [then, now] = [originsOf(before, slot), originsOf(after, slot)];
  const holds = (origin: string) => secrets.holds(before, origin, slot);
  if (!sameWay(before, after)) return now.filter(holds);
  const gone = then.filter((origin) => !now.includes(origin));
  const added = now.filter((origin) => !then.includes(origin));
  return gone.some(holds) && !added.some(holds) ? added : [];
}
