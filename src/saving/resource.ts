import type { CallOptions, OryClient } from '../ory/client.ts';
import type { Kind } from '../resources/kind.ts';
import { type Version, versionOf } from './version.ts';

/** One resource on one server, as saving knows it. */
export interface Resource {
  readonly kind: Kind;
  readonly client: OryClient;
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Name of its connection. */
  readonly where: string;
}

/** Reads the server's copy. @throws {OryError} */
export async function readResource(
  { kind, client, id }: Pick<Resource, 'kind' | 'client' | 'id'>,
  call: CallOptions = {},
): Promise<Version> {
  return versionOf(kind, await kind.read(client, id, call));
}
