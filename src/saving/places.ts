import type { JsonNode } from '../ory/json/tree.ts';
import { type Complaint, nearest } from './complaints.ts';
import type { Form, Stretch } from './forms/form.ts';

/**
 * Where complaints stand in a text, which is read once for all: at the value that one is about, else at the nearest one
 * around it.
 * @param document the text's tree, where it can be read
 */
export function stretchesIn(
  form: Form,
  text: string,
  document: JsonNode | undefined,
): (complaint: Complaint) => Stretch {
  let placeOf: ReturnType<Form['placesOf']> | undefined;
  return ({ at }) => {
    if (typeof at !== 'string') return at;
    if (!document) return { offset: 0, length: text.length };
    placeOf ??= form.placesOf(text);
    return placeOf(nearest(document, at));
  };
}
