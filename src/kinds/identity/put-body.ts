import type { JsonNode } from '../../ory/json/tree.ts';

/** The members that PUT replaces; those that it is not given are lost. */
const replaced = [
  'schema_id',
  'state',
  'traits',
  'metadata_public',
  'metadata_admin',
  'external_id',
] as const;

/** What `PUT /admin/identities/{id}` takes of an identity. */
export function putBody(edited: JsonNode): Extract<JsonNode, { kind: 'object' }> {
  const members = edited.kind === 'object' ? edited.members : new Map<string, JsonNode>();
  return {
    kind: 'object',
    members: new Map(
      replaced.flatMap((name) => {
        const value = members.get(name);
        return value ? [[name, value] as const] : [];
      }),
    ),
  };
}
