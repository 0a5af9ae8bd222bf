import { matches, rewrite, segmentsOf } from '../ory/json/pointer.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { SecretPointer } from '../ory/operations/operation.ts';
import { isMask } from '../ory/secrets/mask.ts';
import { isPlaceholder } from '../ory/secrets/placeholders.ts';
import type { Kind } from '../resources/kind.ts';

/** What of an imported credential is secret; the rest of its configuration, such as a provider's name, is not. */
const credentials: readonly SecretPointer[] = [
  '/credentials/password/config/password',
  '/credentials/password/config/hashed_password',
  '/credentials/oidc/config/providers/*/initial_access_token',
  '/credentials/oidc/config/providers/*/initial_id_token',
  '/credentials/oidc/config/providers/*/initial_refresh_token',
];

/** A secret that stands readable in a document. */
export interface TypedSecret {
  readonly path: readonly string[];
  readonly value: string;
}

/** The secrets that somebody typed into a document; those that stand there by a mask or a placeholder are none. */
export function typedSecrets(kind: Pick<Kind, 'id' | 'secrets'>, document: JsonNode): readonly TypedSecret[] {
  const places = (kind.id === 'identities' ? credentials : kind.secrets).map(segmentsOf);
  const found: TypedSecret[] = [];
  if (places.length === 0) return found;
  rewrite(document, (node, path) => {
    if (node.kind !== 'string' || node.value === '' || isMask(node) || isPlaceholder(node.value)) {
      return undefined;
    }
    if (places.some((place) => matches(place, path))) found.push({ path, value: node.value });
    return undefined;
  });
  return found;
}
