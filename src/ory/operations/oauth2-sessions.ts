import * as l10n from '@vscode/l10n';
import type { OAuth2ConsentSession } from '@ory/client';
import { operation } from './operation.ts';
import { inQuery, json, mustQuery, nothing, tokenPaging } from './parts.ts';

const hydraAdmin = { service: 'hydra-admin' } as const;
const consents = '/admin/oauth2/auth/sessions/consent';

export const listOAuth2ConsentSessions = operation({
  ...hydraAdmin,
  id: 'listOAuth2ConsentSessions',
  formerId: 'admin_list_o_auth2_subject_consent_sessions',
  summary: l10n.t('List what a subject granted to whom.'),
  method: 'GET',
  path: consents,
  effect: 'read',
  parameters: {
    subject: mustQuery('string', l10n.t('The subject (the identity’s id, as a rule).')),
    login_session_id: inQuery('string', l10n.t('Only grants that were made in this login session.')),
    ...tokenPaging(100, 500),
  },
  answer: json<OAuth2ConsentSession[]>([
    '/*/consent_request/challenge',
    '/*/consent_request/login_challenge',
    '/*/consent_request/request_url',
  ]),
  // Hydra 2.0 takes the number of a page for an item's, and the other way round.
  paging: { style: 'token', maximum: 500, lossy: true },
  bucket: 'hydra-admin-high',
});

export const revokeOAuth2ConsentSessions = operation({
  ...hydraAdmin,
  id: 'revokeOAuth2ConsentSessions',
  formerId: 'admin_revoke_o_auth2_consent_sessions',
  summary: l10n.t(
    'Take back what a subject granted, with its tokens: to one client, to all, or one grant. 204 even when there was none.',
  ),
  method: 'DELETE',
  path: consents,
  effect: 'destroy',
  parameters: {
    subject: inQuery('string', l10n.t('The subject; with client, or with all.')),
    client: inQuery('string', l10n.t('Id of the client it granted something to; not together with all.')),
    all: inQuery('boolean', l10n.t('The grants to all clients.')),
    consent_request_id: inQuery('string', l10n.t('Id of one grant, without a subject (not on Hydra 2.0).')),
  },
  answer: nothing,
  bucket: 'hydra-admin-low',
});

export const revokeOAuth2LoginSessions = operation({
  ...hydraAdmin,
  id: 'revokeOAuth2LoginSessions',
  formerId: 'admin_revoke_o_auth2_login_sessions',
  summary: l10n.t('Make a subject sign in again at its next OAuth 2.0 flow; its tokens stay good.'),
  method: 'DELETE',
  path: '/admin/oauth2/auth/sessions/login',
  effect: 'destroy',
  parameters: {
    subject: inQuery('string', l10n.t('The subject; or else sid.')),
    sid: inQuery('string', l10n.t('Id of one login session (not on Hydra 2.0).')),
  },
  answer: nothing,
  bucket: 'hydra-admin-low',
});
