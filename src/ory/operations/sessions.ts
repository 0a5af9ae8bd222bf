import * as l10n from '@vscode/l10n';
import type { ManageSessionsBody, ManageSessionsResponse, Session } from '@ory/client';
import { sessionSecrets } from './flow-parts.ts';
import { operation } from './operation.ts';
import { inPath, inQuery, json, jsonBody, nothing, pageNumber, tokenPaging } from './parts.ts';

const kratosAdmin = { service: 'kratos-admin' } as const;
const expand = inQuery('string[]', l10n.t('What is read with it.'), { values: ['identity', 'devices'] });

export const listSessions = operation({
  ...kratosAdmin,
  id: 'listSessions',
  summary: l10n.t('List the sessions of all identities.'),
  method: 'GET',
  path: '/admin/sessions',
  effect: 'read',
  parameters: {
    ...tokenPaging(250, 1000),
    active: inQuery('boolean', l10n.t('Only active sessions, or only ended ones.')),
    expand,
  },
  answer: json<Session[]>([`/*${sessionSecrets}`]),
  paging: { style: 'token', maximum: 1000 },
  bucket: 'kratos-admin-medium',
});

export const listIdentitySessions = operation({
  ...kratosAdmin,
  id: 'listIdentitySessions',
  formerId: 'admin_list_identity_sessions',
  summary: l10n.t('List the sessions of one identity.'),
  method: 'GET',
  path: '/admin/identities/{id}/sessions',
  effect: 'read',
  parameters: {
    id: inPath(l10n.t('Id of the identity.')),
    ...tokenPaging(250, 1000),
    ...pageNumber,
    active: inQuery('boolean', l10n.t('Only active sessions, or only ended ones.')),
  },
  answer: json<Session[]>([`/*${sessionSecrets}`]),
  paging: { style: 'token', maximum: 1000 },
  bucket: 'kratos-admin-medium',
});

export const getSession = operation({
  ...kratosAdmin,
  id: 'getSession',
  summary: l10n.t('Read one session.'),
  method: 'GET',
  path: '/admin/sessions/{id}',
  effect: 'read',
  parameters: {
    id: inPath(l10n.t('Id of the session.')),
    expand,
  },
  answer: json<Session>(['/tokenized', sessionSecrets]),
  bucket: 'kratos-admin-high',
});

export const disableSession = operation({
  ...kratosAdmin,
  id: 'disableSession',
  summary: l10n.t('End one session; it stays readable.'),
  method: 'DELETE',
  path: '/admin/sessions/{id}',
  effect: 'destroy',
  parameters: { id: inPath(l10n.t('Id of the session.')) },
  answer: nothing,
  bucket: 'kratos-admin-low',
});

export const deleteIdentitySessions = operation({
  ...kratosAdmin,
  id: 'deleteIdentitySessions',
  formerId: 'admin_delete_identity_sessions',
  summary: l10n.t('Delete all sessions of an identity.'),
  method: 'DELETE',
  path: '/admin/identities/{id}/sessions',
  effect: 'destroy',
  parameters: { id: inPath(l10n.t('Id of the identity.')) },
  answer: nothing,
  bucket: 'kratos-admin-low',
});

export const extendSession = operation({
  ...kratosAdmin,
  id: 'extendSession',
  formerId: 'admin_extend_session',
  summary: l10n.t(
    'Let a session live on; too early, it is answered and nothing changes. 204 on Ory Network.',
  ),
  method: 'PATCH',
  path: '/admin/sessions/{id}/extend',
  effect: 'write',
  parameters: { id: inPath(l10n.t('Id of the session.')) },
  answer: json<Session | undefined>([sessionSecrets]),
  bucket: 'kratos-admin-low',
});

export const manageSessions = operation({
  ...kratosAdmin,
  id: 'manageSessions',
  summary: l10n.t(
    'End or delete up to 500 sessions, those of identities, or (identities ["*"]) everybody’s.',
  ),
  method: 'POST',
  path: '/admin/sessions',
  effect: 'destroy',
  parameters: {},
  body: jsonBody<ManageSessionsBody>(l10n.t('What is done, to which sessions or identities.')),
  answer: json<ManageSessionsResponse>(),
  bucket: 'kratos-admin-low',
  since: '26.2.1',
});
