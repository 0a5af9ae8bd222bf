import * as l10n from '@vscode/l10n';
import type {
  AcceptOAuth2LoginRequest,
  OAuth2LoginRequest,
  OAuth2RedirectTo,
  RejectOAuth2Request,
} from '@ory/client';
import { challenge, hydraAdmin, redirectSecrets } from './challenges.ts';
import { clientSecrets } from './clients.ts';
import { operation } from './operation.ts';
import { json, jsonBody } from './parts.ts';

const parameters = { login_challenge: challenge('login') } as const;

export const getOAuth2LoginRequest = operation({
  ...hydraAdmin,
  id: 'getOAuth2LoginRequest',
  formerId: 'admin_get_o_auth2_login_request',
  summary: l10n.t('Read what a client wants of the user that is about to sign in.'),
  method: 'GET',
  path: '/admin/oauth2/auth/requests/login',
  effect: 'read',
  parameters,
  answer: json<OAuth2LoginRequest>([
    '/challenge',
    '/login_challenge',
    '/request_url',
    ...clientSecrets.map((pointer) => `/client${pointer}`),
  ]),
});

export const acceptOAuth2LoginRequest = operation({
  ...hydraAdmin,
  id: 'acceptOAuth2LoginRequest',
  formerId: 'admin_accept_o_auth2_login_request',
  summary: l10n.t('Say who the user is that has signed in.'),
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/login/accept',
  effect: 'write',
  parameters,
  body: jsonBody<AcceptOAuth2LoginRequest>(l10n.t('The subject, and whether it is remembered.')),
  answer: json<OAuth2RedirectTo>(redirectSecrets),
});

export const rejectOAuth2LoginRequest = operation({
  ...hydraAdmin,
  id: 'rejectOAuth2LoginRequest',
  formerId: 'admin_reject_o_auth2_login_request',
  summary: l10n.t('Say that the user did not sign in.'),
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/login/reject',
  effect: 'write',
  parameters,
  body: jsonBody<RejectOAuth2Request>(l10n.t('The OAuth 2.0 error that the client is told.')),
  answer: json<OAuth2RedirectTo>(redirectSecrets),
});
