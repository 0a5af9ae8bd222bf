import type { CallOptions, OryClient } from '../ory/client.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Version } from './version.ts';
import { here, type Work } from './work/work.ts';

/** One resource on one server, as saving knows it. */
export interface Resource {
  readonly kind: Kind;
  readonly client: OryClient;
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Name of its connection. */
  readonly where: string;
  /** Where large copies are worked on; here, where this is missing. */
  readonly work?: Work;
}

/** Reads the server's copy. @throws {OryError} */
export async function readResource(
  { kind, client, id, work = here }: Pick<Resource, 'kind' | 'client' | 'id' | 'work'>,
  call: CallOptions = {},
): Promise<Version> {
  const text = await kind.read(client, id, call);
  return work.run('version', { kind, text }, {}, call.signal);
}
