import { saveChange } from '../../../editor/door/write.ts';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import type { JsonNode } from '../../../ory/json/tree.ts';
import { parseAnswer } from '../../../ory/parse-answer.ts';
import { identityKind } from '../../../kinds/identity/identity.ts';

/**
 * Changes a part of an identity as a save of its document does: by a way that loses nothing on this server.
 * @throws {OryError}
 * @throws {FieldError} where the server is too old for it
 */
export async function editIdentity(
  id: string,
  edit: (identity: JsonNode) => JsonNode,
  client: OryClient,
  call: CallOptions,
): Promise<void> {
  const fresh = parseAnswer(await identityKind.read(client, id, call), identityKind.noun);
  await saveChange(identityKind, client, { id, fresh, edited: edit(fresh) }, call);
}
