import type { CallOptions, OryClient } from '../../ory/client.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import type { Created, Edit, Kind } from '../../kinds/kind.ts';

/**
 * Saves what a command changed in a resource that it has just read.
 * @returns what the server warned of
 * @throws {OryError}
 * @throws {FieldError} where the server is too old for it
 */
export async function saveChange(
  kind: Kind,
  client: OryClient,
  { id, fresh, edited }: Pick<Edit, 'id' | 'fresh' | 'edited'>,
  call: CallOptions,
): Promise<readonly string[]> {
  const options = { ...call, write: { ...call.write, before: fresh } };
  return (await kind.writing?.save(client, { id, opened: fresh, edited, fresh }, options)) ?? [];
}

/** Creates a resource from its document. @param choice what was picked before @throws {OryError} */
export function createFrom(
  kind: Kind,
  client: OryClient,
  document: JsonNode,
  call: CallOptions,
  choice?: string,
): Promise<Created> {
  if (!kind.creating) throw new Error(`A ${kind.noun} can’t be created.`);
  return kind.creating.create(client, document, call, choice);
}
