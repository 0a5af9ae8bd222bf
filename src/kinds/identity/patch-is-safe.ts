import type { JsonNode } from '../../ory/json/tree.ts';

/**
 * Kratos before 0.13 loses `metadata_admin` on every PATCH. Servers that name `organization_id` came later; others
 * get the whole identity by PUT, which all of them keep. @see https://github.com/ory/kratos/issues/3099
 */
export const patchIsSafe = (fresh: JsonNode): boolean =>
  fresh.kind === 'object' && fresh.members.has('organization_id');
