import { isObject, objectOr } from '../json/values.ts';
import type { ServiceGroup } from '../http/service.ts';
import { SnapshotError } from './snapshot-file.ts';

const FORMAT = 'ory-explorer-sandbox';
const VERSION = 1;

/** What the generated part of the state is made from: a snapshot holds only what differs from it. */
export interface Origin {
  readonly seed: number;
  readonly identities: number;
  readonly clients: number;
}

/** The whole state as JSON. */
export function takeSnapshot(origin: Origin, groups: Readonly<Record<string, ServiceGroup>>): unknown {
  const parts = Object.entries(groups).map(([name, group]) => [name, group.snapshot()] as const);
  return { format: FORMAT, version: VERSION, ...origin, state: Object.fromEntries(parts) };
}

/** The origin that a snapshot was made with. Throws a SnapshotError for anything but a snapshot. */
export function originOf(data: unknown): Origin {
  const { format, version, seed, identities, clients } = objectOr(data);
  if (format !== FORMAT || version !== VERSION) {
    throw new SnapshotError('the data file is no snapshot of this version of the sandbox');
  }
  return { seed: Number(seed), identities: Number(identities), clients: Number(clients) };
}

/** Gives every group its part back. Throws a SnapshotError when a part does not fit. */
export function restoreSnapshot(data: unknown, groups: Readonly<Record<string, ServiceGroup>>): void {
  const parts = objectOr(objectOr(data).state);
  for (const [name, group] of Object.entries(groups)) {
    const part = parts[name];
    if (!isObject(part)) continue;
    try {
      group.restore(part);
    } catch (cause) {
      throw new SnapshotError(`the data file cannot be restored (${name}): ${(cause as Error).message}`);
    }
  }
}
