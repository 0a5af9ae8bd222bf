import type { JsonNode } from '../../ory/json/tree.ts';
import { textAt } from '../changes.ts';
import type { Lens, LensPlace } from '../lenses/lens.ts';

/** What can be done with an OAuth 2.0 client. */
export function clientLenses(document: JsonNode, place: LensPlace): readonly Lens[] {
  const ref = { connection: place.connection, kind: 'clients', id: place.id };
  const on = (title: string, command: string): Lens[] =>
    place.has(command) ? [{ path: [], title, command, args: [ref, place.name] }] : [];
  const isPublic = textAt(document, 'token_endpoint_auth_method') === 'none';
  return [
    ...on('Try a Flow…', 'ory.startOAuth2Flow'),
    ...(place.readOnly || isPublic ? [] : on('Rotate Secret', 'ory.rotateClientSecret')),
    ...on('Show Consents…', 'ory.showClientConsents'),
    ...(place.readOnly ? [] : on('Delete Tokens…', 'ory.deleteClientTokens')),
  ];
}
