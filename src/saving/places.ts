import type { JsonNode } from '../ory/json/tree.ts';
import { type Complaint, nearest } from './complaints.ts';
import type { Stretch } from './forms/form.ts';

/**
 * Where a complaint stands in a text: at the value that it is about, else at the nearest one around it.
 * @param document the text's tree, where it can be read
 * @param placeOf where places of that tree stand in the text
 */
export function stretchOf(
  text: string,
  document: JsonNode | undefined,
  placeOf: (path: readonly string[]) => Stretch,
  { at }: Complaint,
): Stretch {
  if (typeof at !== 'string') return at;
  if (!document) return { offset: 0, length: text.length };
  return placeOf(nearest(document, at));
}
