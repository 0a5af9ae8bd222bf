import * as l10n from '@vscode/l10n';
import type { OAuth2LogoutRequest, OAuth2RedirectTo } from '@ory/client';
import { challenge, hydraAdmin, redirectSecrets } from './challenges.ts';
import { clientSecrets } from './clients.ts';
import { operation } from './operation.ts';
import { json, nothing } from './parts.ts';

const parameters = { logout_challenge: challenge('logout') } as const;

export const getOAuth2LogoutRequest = operation({
  ...hydraAdmin,
  id: 'getOAuth2LogoutRequest',
  formerId: 'admin_get_o_auth2_logout_request',
  summary: l10n.t('Read who wants to sign out, and where.'),
  method: 'GET',
  path: '/admin/oauth2/auth/requests/logout',
  effect: 'read',
  parameters,
  answer: json<OAuth2LogoutRequest>([
    '/challenge',
    '/request_url',
    ...clientSecrets.map((pointer) => `/client${pointer}`),
  ]),
});

export const acceptOAuth2LogoutRequest = operation({
  ...hydraAdmin,
  id: 'acceptOAuth2LogoutRequest',
  formerId: 'admin_accept_o_auth2_logout_request',
  summary: l10n.t('Say that the user wants to sign out.'),
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/logout/accept',
  effect: 'write',
  parameters,
  answer: json<OAuth2RedirectTo>(redirectSecrets),
});

export const rejectOAuth2LogoutRequest = operation({
  ...hydraAdmin,
  id: 'rejectOAuth2LogoutRequest',
  formerId: 'admin_reject_o_auth2_logout_request',
  summary: l10n.t('Say that the user stays signed in.'),
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/logout/reject',
  effect: 'write',
  parameters,
  answer: nothing,
});
