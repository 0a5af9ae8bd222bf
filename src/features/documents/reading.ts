import type { CallOptions } from '../../ory/client.ts';
import { readResource } from '../../saving/resource.ts';
import type { Version } from '../../saving/version.ts';
import { choiceOf, type DocumentSource } from './source.ts';

/** Reads the server's copy, silently. @throws {OryError} */
export async function readVersion(
  { kind, client, ref, work }: DocumentSource,
  call: CallOptions = {},
): Promise<Version> {
  return readResource({ kind, client, id: ref.id, work }, call);
}

/** The document that a new resource starts from. @throws {OryError} */
export async function readTemplate(
  { kind, client, ref }: DocumentSource,
  call: CallOptions = {},
): Promise<Version> {
  if (!kind.creating) throw new Error(`A ${kind.noun} can’t be created.`);
  const raw = await kind.creating.template(client, choiceOf(ref), call);
  return { raw, masked: raw };
}
