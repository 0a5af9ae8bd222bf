import { oneOf } from './parts.ts';
import type { Words } from './words-of-types.ts';

const relationship = {
  namespace: 'Kind of the object, as the namespaces declare it.',
  object: 'Id of the object.',
  relation: 'The relation, or for a check the permission.',
  subject_id: 'Id of the one who has it. Either this or subject_set.',
  subject_set: 'All who have a relation to an object. Either this or subject_id.',
};

export const permissionWords: Words = {
  Relationship: relationship,
  CreateRelationshipBody: relationship,
  PostCheckPermissionBody: relationship,
  PostCheckPermissionOrErrorBody: relationship,
  SubjectSet: {
    namespace: 'Kind of the object.',
    object: 'Id of the object.',
    relation: 'The relation to it; empty for the object itself.',
  },
  RelationshipPatch: {
    action: {
      description: 'What is done. All inserts come before all deletes.',
      ...oneOf({ insert: 'The relationship is stored.', delete: 'The relationship is taken away.' }),
    },
    relation_tuple: 'The relationship.',
  },
  BatchCheckPermissionBody: { tuples: { description: 'What is checked: at most ten.', maxItems: 10 } },
};
