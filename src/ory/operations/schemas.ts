import * as l10n from '@vscode/l10n';
import type { IdentitySchemaContainer } from '@ory/client';
import { operation } from './operation.ts';
import { inPath, json, pageNumber, tokenPaging } from './parts.ts';

export const listIdentitySchemas = operation({
  id: 'listIdentitySchemas',
  formerId: 'list_identity_schemas',
  summary: l10n.t('List the identity schemas.'),
  method: 'GET',
  path: '/schemas',
  service: 'kratos-public',
  effect: 'read',
  credential: 'none',
  parameters: { ...tokenPaging(250, 500), ...pageNumber },
  answer: json<IdentitySchemaContainer[] | null>(),
  paging: { style: 'page', maximum: 500 },
  bucket: 'kratos-admin-medium',
});

export const getIdentitySchema = operation({
  id: 'getIdentitySchema',
  formerId: 'get_identity_schema',
  summary: l10n.t('Read one identity schema.'),
  method: 'GET',
  path: '/schemas/{id}',
  service: 'kratos-public',
  effect: 'read',
  credential: 'none',
  parameters: { id: inPath(l10n.t('Id of the schema, plain or as base64url.')) },
  answer: json<Record<string, unknown>>(),
  bucket: 'kratos-admin-medium',
});
