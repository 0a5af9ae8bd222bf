import type { JsonNode } from '../../ory/json/tree.ts';
import type { KindId } from '../kind.ts';
import { KINDS } from '../kinds.ts';
import type { Lens, LensPlace } from './lens.ts';

/** What can be done with a document of a kind and with its parts, in the order in which it is shown. */
export const lensesOf = async (
  kind: KindId,
  document: JsonNode,
  place: LensPlace,
): Promise<readonly Lens[]> => (await KINDS[kind].lenses?.(document, place)) ?? [];
