import type { JsonNode } from '../../ory/json/tree.ts';
import type { KindId } from '../kind.ts';
import { KINDS } from '../kinds.ts';
import type { Part, Place } from './part.ts';

/** The parts of a document of a kind that something can be done with, the whole first. */
export async function partsOf(kind: KindId, document: JsonNode, place: Place): Promise<readonly Part[]> {
  const { connection, id, name } = place;
  const whole: Part = { sort: 'whole', path: [], args: [{ connection, kind, id }, name] };
  return [whole, ...((await KINDS[kind].documentParts?.(document, place)) ?? [])];
}
