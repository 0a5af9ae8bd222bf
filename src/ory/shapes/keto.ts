import { listOf, object, optional, text } from './parts.ts';

const subjectSet = optional(object({ namespace: text, object: text, relation: text }));

export const relationships = object({
  relation_tuples: listOf(
    object({ namespace: text, object: text, relation: text, subject_id: text, subject_set: subjectSet }),
  ),
  next_page_token: text,
});
