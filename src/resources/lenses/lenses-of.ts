import type { JsonNode } from '../../ory/json/tree.ts';
import type { KindId } from '../kind.ts';
import { clientLenses, sessionLenses } from './client-lenses.ts';
import { identityLenses } from './identity-lenses.ts';
import { keyLenses } from './key-lenses.ts';
import type { Lens, LensPlace } from './lens.ts';

/** What can be done with a document of a kind and with its parts, in the order in which it is shown. */
export async function lensesOf(kind: KindId, document: JsonNode, place: LensPlace): Promise<readonly Lens[]> {
  switch (kind) {
    case 'identities':
      return identityLenses(document, place);
    case 'clients':
      return [...clientLenses(document, place), ...(await keyLenses(document, place, undefined))];
    case 'sessions':
      return sessionLenses(document, place);
    case 'keys':
      return keyLenses(document, place, place.id);
    case 'issuers':
    case 'schemas':
    case 'projects':
    case 'configurations':
      return [];
  }
}
