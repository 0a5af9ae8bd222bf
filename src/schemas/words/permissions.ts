import * as l10n from '@vscode/l10n';
import { oneOf } from './parts.ts';
import type { Words } from './words-of-types.ts';

const relationship = {
  namespace: l10n.t('Kind of the object, as the namespaces declare it.'),
  object: l10n.t('Id of the object.'),
  relation: l10n.t('The relation, or for a check the permission.'),
  subject_id: l10n.t('Id of the one who has it. Either this or subject_set.'),
  subject_set: l10n.t('All who have a relation to an object. Either this or subject_id.'),
};

export const permissionWords: Words = {
  Relationship: relationship,
  CreateRelationshipBody: relationship,
  PostCheckPermissionBody: relationship,
  PostCheckPermissionOrErrorBody: relationship,
  SubjectSet: {
    namespace: l10n.t('Kind of the object.'),
    object: l10n.t('Id of the object.'),
    relation: l10n.t('The relation to it; empty for the object itself.'),
  },
  RelationshipPatch: {
    action: {
      description: l10n.t('What is done. All inserts come before all deletes.'),
      ...oneOf({
        insert: l10n.t('The relationship is stored.'),
        delete: l10n.t('The relationship is taken away.'),
      }),
    },
    relation_tuple: l10n.t('The relationship.'),
  },
  BatchCheckPermissionBody: {
    tuples: { description: l10n.t('What is checked: at most ten.'), maxItems: 10 },
  },
};
