import { hostname } from 'node:os';
import type { OryClient } from '../../../ory/client.ts';
import { removeTemporaryClient, type TemporaryRecord, type TemporaryRecords } from './temporary.ts';
import { removeTemporaryIssuer } from './temporary-issuer.ts';

/** Milliseconds after which a run of another machine is taken to be over. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Milliseconds after which a server that is no longer at its address does not come back. */
const FORGOTTEN_MS = 30 * ABANDONED_MS;

/** Milliseconds after which a request to make something has arrived, or never will. */
export const SETTLED_MS = 120_000;

/** This process, for the records that it makes. */
export const thisOwner = (): string => `${hostname()}:${process.pid}`;

/** Whether the run of a record is over: it says so, its process has ended, or nobody can know and a day has passed. */
export function isAbandoned({ owner, at, over }: TemporaryRecord, now = Date.now()): boolean {
  if (over) return true;
  const [machine, pid] = [owner.slice(0, owner.lastIndexOf(':')), Number(owner.split(':').at(-1))];
  if (now - at > ABANDONED_MS) return true;
  return machine === hostname() && pid !== process.pid && !lives(pid);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes what one record of a run that has ended stands for, and then the record.
 * @returns whether that was all: a request that was left while it was under way may make something yet, so that its
 *   record stays for a later look
 */
export async function removeTemporary(
  client: OryClient,
  record: TemporaryRecord,
  records: TemporaryRecords,
  now = Date.now(),
): Promise<boolean> {
  await records.put({ ...record, over: true });
  const remove = record.what === 'client' ? removeTemporaryClient : removeTemporaryIssuer;
  const known = await remove(client, record);
  if (!known && now - record.at < SETTLED_MS) return false;
  await records.drop(record.marker);
  return true;
}

export interface CleanedUp {
  /** How many things were removed. */
  readonly removed: number;
  /** Whether something may come yet that is looked for again after `SETTLED_MS`. */
  readonly unsettled: boolean;
}

/**
 * Removes what runs left behind that did not come to their end. What can't be reached now stays recorded.
 * @param clientOf the client of a connection; undefined where it is gone, has another address, or may not be written to
 */
export async function cleanUp(
  records: TemporaryRecords,
  clientOf: (record: TemporaryRecord) => Promise<OryClient | undefined>,
  now = Date.now(),
): Promise<CleanedUp> {
  let removed = 0;
  let unsettled = false;
  for (const record of records.all().filter((one) => isAbandoned(one, now))) {
    try {
      const client = await clientOf(record);
      if (client) {
        if (await removeTemporary(client, record, records, now)) removed++;
        else unsettled = true;
      } else if (now - record.at > FORGOTTEN_MS) await records.drop(record.marker);
    } catch {
      // Tried again with the next window, and when the feature is used next.
    }
  }
  return { removed, unsettled };
}
