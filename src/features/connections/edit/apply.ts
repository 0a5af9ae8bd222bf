import type { Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import type { ConnectionEntry } from '../../../editor/connection-store.ts';
import { enterKey } from '../commands/enter-key.ts';
import { connectionOf } from '../draft.ts';
import { keySlotOf, originsOf } from '../keep.ts';
import type { Change } from './fields.ts';

/**
 * Writes a change to the settings. Keys are bound to the origin that they were entered for: where the origin changed,
 * the key is asked again; other secrets (a person's session, a client's) are no key and ask for nothing.
 */
export async function applyEdit(container: Container, before: Connection, change: Change): Promise<void> {
  const { connections } = container;
  const entry = connections.entryOf(before);
  if (!entry) throw new Error(`${before.name} is no longer in the settings.`);
  const changed = Object.fromEntries(
    Object.entries({ ...entry, ...change }).filter(([, value]) => value !== undefined && value !== false),
  ) as ConnectionEntry;
  const after = connectionOf(changed, before.scope);
  const keyless = await keylessOrigins(container, before, after);
  await connections.put(changed, before.scope);
  if (keyless.length > 0) await enterKey(container, after, keyless);
}

/** The new origins, where a key was stored for one that the connection no longer has and none is for them. */
async function keylessOrigins(
  { secrets }: Container,
  before: Connection,
  after: Connection,
): Promise<readonly string[]> {
  const slot = keySlotOf(before);
  const now = originsOf(after, slot);
  const stored = async (origins: readonly string[]) =>
    (await Promise.all(origins.map((origin) => secrets.get(before, origin, slot)))).some(Boolean);
  const gone = originsOf(before, slot).filter((origin) => !now.includes(origin));
  const added = now.filter((origin) => !originsOf(before, slot).includes(origin));
  return (await stored(gone)) && !(await stored(added)) ? added : [];
}
