import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import type { Named } from '../../editor/target.ts';
import { keepAround } from '../../editor/keep-around.ts';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { type JsonNode, parseJson } from '../../ory/json/tree.ts';
import { identityKind } from '../../resources/identity/identity.ts';

/**
 * Changes a part of an identity as a save of its document does: by a way that loses nothing on this server, and with
 * its versions kept in the history.
 * @throws {OryError}
 * @throws {FieldError} where the server is too old for it
 */
export async function editIdentity(
  container: Container,
  connection: Connection,
  { id, name }: Named,
  edit: (identity: JsonNode) => JsonNode,
  client: OryClient,
  call: CallOptions,
): Promise<void> {
  const fresh = parseJson(await identityKind.read(client, id, call));
  const ref = { connection: connection.id, kind: identityKind.id, id };
  await keepAround(container, { client, connection, ref, name, before: fresh }, call, async () => {
    await identityKind.writing?.save(client, { id, opened: fresh, edited: edit(fresh), fresh }, call);
  });
}
