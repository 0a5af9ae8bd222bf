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
  namespace: inQuery('string', 'Namespace of the object.'),
  object: inQuery('string', 'The object.'),
  relation: inQuery('string', 'The relation.'),
  subject_id: inQuery('string', 'The subject, when it is one; not together with a set of subjects.'),
  'subject_set.namespace': inQuery('string', 'Namespace of the set of subjects.'),
  'subject_set.object': inQuery('string', 'Object of the set of subjects.'),
  'subject_set.relation': inQuery('string', 'Relation of the set of subjects.'),
} as const;

export const getRelationships = operation({
  service: 'keto-read',
  id: 'getRelationships',
  summary: 'List relationships, or those that match.',
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
  summary: 'Create a relationship; one that is there already is stored twice.',
  method: 'PUT',
  path: '/admin/relation-tuples',
  effect: 'write',
  parameters: {},
  body: jsonBody<CreateRelationshipBody>('The relationship.'),
  answer: json<Relationship>(),
  bucket: 'keto-admin-low',
});

export const patchRelationships = operation({
  service: 'keto-write',
  id: 'patchRelationships',
  summary: 'Insert and delete relationships, all or none.',
  method: 'PATCH',
  path: '/admin/relation-tuples',
  effect: 'destroy',
  parameters: {},
  body: jsonBody<readonly RelationshipPatch[]>('The changes; inserts come first.'),
  answer: nothing,
  bucket: 'keto-admin-low',
});

export const deleteRelationships = operation({
  service: 'keto-write',
  id: 'deleteRelationships',
  summary: 'Delete all relationships that match; a namespace is needed.',
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
  summary: 'List the namespaces that the server knows.',
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
  summary: 'Check a document in the Ory Permission Language; what is wrong is in the answer, which is 200.',
  method: 'POST',
  path: '/opl/syntax/check',
  effect: 'read',
  parameters: {},
  body: textBody('The document.'),
  answer: json<CheckOplSyntaxResult>(),
  bucket: 'keto-admin-medium',
});
