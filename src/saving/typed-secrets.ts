import { segmentsOf } from '../ory/json/pointer.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { SecretPointer } from '../ory/operations/operation.ts';
import { MASK, textsAt } from '../ory/secrets/mask.ts';
import { isPlaceholder } from '../ory/secrets/placeholders.ts';
import type { Kind } from '../kinds/kind.ts';

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

const placesOf = (kind: Pick<Kind, 'id' | 'secrets'>): readonly (readonly string[])[] =>
  (kind.id === 'identities' ? credentials : kind.secrets).map(segmentsOf);

/** How JSON and YAML spell characters by their numbers: a name need not stand there as it reads. */
const BY_NUMBER = /\\[uUx]/;

/**
 * Whether a text can hold any of them, told without reading it as a tree.
 * @param text of a document, in any form
 */
export function mayHoldSecrets(kind: Pick<Kind, 'id' | 'secrets'>, text: string): boolean {
  const isWritten = (segment: string) => /^\*+$/.test(segment) || text.includes(segment);
  const places = placesOf(kind);
  return places.some((place) => place.every(isWritten)) || (places.length > 0 && BY_NUMBER.test(text));
}

/** The secrets that somebody typed into a document; those that stand there by a mask or a placeholder are none. */
export function typedSecrets(kind: Pick<Kind, 'id' | 'secrets'>, document: JsonNode): readonly TypedSecret[] {
  return textsAt(document, placesOf(kind)).filter(
    ({ value }) => value !== '' && value !== MASK && !isPlaceholder(value),
  );
}
