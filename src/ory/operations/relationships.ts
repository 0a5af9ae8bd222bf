import * as l10n from '@vscode/l10n';
import type {
  CheckOplSyntaxResult,
  CreateRelationshipBody,
  Relationship,
  RelationshipNamespaces,
  RelationshipPatch,
  Relationships,
} from '@ory/client';
import { operation } from './operation.ts';
import { inQuery, json, jsonBody, nothing, textBody, tokenPaging } from './parts.ts';

/** A relationship as query parameters: whoever leaves some out asks for all that match the rest. */
export const relationshipQuery = {
  namespace: inQuery('string', l10n.t('Namespace of the object.')),
  object: inQuery('string', l10n.t('The object.')),
  relation: inQuery('string', l10n.t('The relation.')),
  subject_id: inQuery('string', l10n.t('The subject, when it is one; not together with a set of subjects.')),
  'subject_set.namespace': inQuery('string', l10n.t('Namespace of the set of subjects.')),
  'subject_set.object': inQuery('string', l10n.t('Object of the set of subjects.')),
  'subject_set.relation': inQuery('string', l10n.t('Relation of the set of subjects.')),
} as const;

export const getRelationships = operation({
  service: 'keto-read',
  id: 'getRelationships',
  summary: l10n.t('List relationships, or those that match.'),
  method: 'GET',
  path: '/relation-tuples',
  effect: 'read',
  parameters: { ...relationshipQuery, ...tokenPaging(100, 500) },
  answer: json<Relationships>(),
  paging: { style: 'body', maximum: 500 },
  bucket: 'keto-admin-medium',
});

export const createRelationship = operation({
  service: 'keto-write',
  id: 'createRelationship',
  summary: l10n.t('Create a relationship; one that is there already is stored twice.'),
  method: 'PUT',
  path: '/admin/relation-tuples',
  effect: 'write',
  parameters: {},
  body: jsonBody<CreateRelationshipBody>(l10n.t('The relationship.')),
  answer: json<Relationship>(),
  bucket: 'keto-admin-low',
});

export const patchRelationships = operation({
  service: 'keto-write',
  id: 'patchRelationships',
  summary: l10n.t('Insert and delete relationships, all or none.'),
  method: 'PATCH',
  path: '/admin/relation-tuples',
  effect: 'destroy',
  parameters: {},
  body: jsonBody<readonly RelationshipPatch[]>(l10n.t('The changes; inserts come first.')),
  answer: nothing,
  bucket: 'keto-admin-low',
});

export const deleteRelationships = operation({
  service: 'keto-write',
  id: 'deleteRelationships',
  summary: l10n.t('Delete all relationships that match; a namespace is needed.'),
  method: 'DELETE',
  path: '/admin/relation-tuples',
  effect: 'destroy',
  parameters: relationshipQuery,
  answer: nothing,
  bucket: 'keto-admin-low',
});

export const listRelationshipNamespaces = operation({
  service: 'keto-read',
  id: 'listRelationshipNamespaces',
  summary: l10n.t('List the namespaces that the server knows.'),
  method: 'GET',
  path: '/namespaces',
  effect: 'read',
  parameters: {},
  answer: json<RelationshipNamespaces>(),
  bucket: 'keto-admin-low',
});

export const checkOplSyntax = operation({
  service: 'keto-opl',
  id: 'checkOplSyntax',
  summary: l10n.t(
    'Check a document in the Ory Permission Language; what is wrong is in the answer, which is 200.',
  ),
  method: 'POST',
  path: '/opl/syntax/check',
  effect: 'read',
  parameters: {},
  body: textBody(l10n.t('The document.')),
  answer: json<CheckOplSyntaxResult>(),
  bucket: 'keto-admin-medium',
});
