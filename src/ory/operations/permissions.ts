import * as l10n from '@vscode/l10n';
import type {
  BatchCheckPermissionBody,
  BatchCheckPermissionResult,
  CheckPermissionResult,
  ExpandedPermissionTree,
  PostCheckPermissionBody,
  PostCheckPermissionOrErrorBody,
} from '@ory/client';
import { operation } from './operation.ts';
import { inQuery, json, jsonBody, mustQuery } from './parts.ts';
import { relationshipQuery } from './relationships.ts';

const ketoRead = { service: 'keto-read', effect: 'read', bucket: 'keto-public-high' } as const;
const depth = {
  'max-depth': inQuery('integer', l10n.t('How deep sets of subjects are followed; the server has a limit.')),
};

export const checkPermission = operation({
  ...ketoRead,
  id: 'checkPermission',
  summary: l10n.t('Tell whether a subject has a relation to an object; 200 whatever the answer.'),
  method: 'GET',
  path: '/relation-tuples/check/openapi',
  parameters: { ...relationshipQuery, ...depth },
  answer: json<CheckPermissionResult>(),
});

export const checkPermissionOrError = operation({
  ...ketoRead,
  id: 'checkPermissionOrError',
  summary: l10n.t('Tell whether a subject has a relation to an object; a no is an error (403).'),
  method: 'GET',
  path: '/relation-tuples/check',
  parameters: { ...relationshipQuery, ...depth },
  answer: json<CheckPermissionResult>(),
});

export const postCheckPermission = operation({
  ...ketoRead,
  id: 'postCheckPermission',
  summary: l10n.t('Tell whether a relationship given as a document holds; 200 whatever the answer.'),
  method: 'POST',
  path: '/relation-tuples/check/openapi',
  parameters: depth,
  body: jsonBody<PostCheckPermissionBody>(l10n.t('The relationship.')),
  answer: json<CheckPermissionResult>(),
});

export const postCheckPermissionOrError = operation({
  ...ketoRead,
  id: 'postCheckPermissionOrError',
  summary: l10n.t('Tell whether a relationship given as a document holds; a no is an error (403).'),
  method: 'POST',
  path: '/relation-tuples/check',
  parameters: depth,
  body: jsonBody<PostCheckPermissionOrErrorBody>(l10n.t('The relationship.')),
  answer: json<CheckPermissionResult>(),
});

export const batchCheckPermission = operation({
  ...ketoRead,
  id: 'batchCheckPermission',
  summary: l10n.t('Tell of up to ten relationships whether they hold.'),
  method: 'POST',
  path: '/relation-tuples/batch/check',
  parameters: depth,
  body: jsonBody<BatchCheckPermissionBody>(l10n.t('The relationships.')),
  answer: json<BatchCheckPermissionResult>(),
  since: '0.14.0',
});

export const expandPermissions = operation({
  ...ketoRead,
  id: 'expandPermissions',
  summary: l10n.t('Show who has a relation to an object, as a tree; permits are not followed.'),
  method: 'GET',
  path: '/relation-tuples/expand',
  parameters: {
    namespace: mustQuery('string', l10n.t('Namespace of the object.')),
    object: mustQuery('string', l10n.t('The object.')),
    relation: mustQuery('string', l10n.t('The relation.')),
    ...depth,
  },
  answer: json<ExpandedPermissionTree>(),
  bucket: 'keto-admin-medium',
});
