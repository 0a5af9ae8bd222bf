import type { Session } from '@ory/client';
import { operation } from './operation.ts';
import { inPath, inQuery, json, nothing, pageNumber, tokenPaging } from './parts.ts';

const sessionSecrets = '/identity/credentials/*/config/**';
const kratosAdmin = { service: 'kratos-admin' } as const;

export const listIdentitySessions = operation({
  ...kratosAdmin,
  id: 'listIdentitySessions',
  formerId: 'admin_list_identity_sessions',
  summary: 'List the sessions of one identity.',
  method: 'GET',
  path: '/admin/identities/{id}/sessions',
  effect: 'read',
  parameters: {
    id: inPath('Id of the identity.'),
    ...tokenPaging(250, 1000),
    ...pageNumber,
    active: inQuery('boolean', 'Only active sessions, or only ended ones.'),
  },
  answer: json<Session[]>([`/*${sessionSecrets}`]),
  paging: { style: 'token', maximum: 1000 },
  bucket: 'kratos-admin-medium',
});

export const getSession = operation({
  ...kratosAdmin,
  id: 'getSession',
  summary: 'Read one session.',
  method: 'GET',
  path: '/admin/sessions/{id}',
  effect: 'read',
  parameters: {
    id: inPath('Id of the session.'),
    expand: inQuery('string[]', 'What is read with it.', { values: ['identity', 'devices'] }),
  },
  answer: json<Session>([sessionSecrets]),
  bucket: 'kratos-admin-high',
});

export const disableSession = operation({
  ...kratosAdmin,
  id: 'disableSession',
  summary: 'End one session; it stays readable.',
  method: 'DELETE',
  path: '/admin/sessions/{id}',
  effect: 'destroy',
  parameters: { id: inPath('Id of the session.') },
  answer: nothing,
  bucket: 'kratos-admin-low',
});

export const deleteIdentitySessions = operation({
  ...kratosAdmin,
  id: 'deleteIdentitySessions',
  formerId: 'admin_delete_identity_sessions',
  summary: 'Delete all sessions of an identity.',
  method: 'DELETE',
  path: '/admin/identities/{id}/sessions',
  effect: 'destroy',
  parameters: { id: inPath('Id of the identity.') },
  answer: nothing,
  bucket: 'kratos-admin-low',
});
