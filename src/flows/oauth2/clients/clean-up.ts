import { hostname } from 'node:os';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { removeTemporaryClient, type TemporaryRecord, type TemporaryRecords } from './temporary.ts';
import { removeTemporaryIssuer } from './temporary-issuer.ts';

/** Milliseconds after which a run of another machine is taken to be over. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Milliseconds after which a server that is no longer at its address does not come back. */
const FORGOTTEN_MS = 30 * ABANDONED_MS;

/** This process, for the records that it makes. */
export const thisOwner = (): string => `${hostname()}:${process.pid}`;

/** Whether the run of a record is over: its process has ended, or nobody can know and a day has passed. */
export function isAbandoned({ owner, at }: TemporaryRecord, now = Date.now()): boolean {
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

/** Removes what one record stands for, and then the record. */
export async function removeTemporary(
  client: OryClient,
  record: TemporaryRecord,
  records: TemporaryRecords,
  call: CallOptions = {},
): Promise<void> {
  const remove = record.what === 'client' ? removeTemporaryClient : removeTemporaryIssuer;
  await remove(client, record, call);
  await records.drop(record.marker);
}

/**
 * Removes what runs left behind that did not come to their end. What can't be reached now stays recorded.
 * @param clientOf the client of a connection; undefined where it is gone, has another address, or may not be written to
 * @returns how many things were removed
 */
export async function cleanUp(
  records: TemporaryRecords,
  clientOf: (record: TemporaryRecord) => Promise<OryClient | undefined>,
): Promise<number> {
  let removed = 0;
  for (const record of records.all().filter((one) => isAbandoned(one))) {
    try {
      const client = await clientOf(record);
      if (client) {
        await removeTemporary(client, record, records);
        removed++;
      } else if (Date.now() - record.at > FORGOTTEN_MS) await records.drop(record.marker);
    } catch {
      // Tried again with the next window, and when the feature is used next.
    }
  }
  return removed;
}
