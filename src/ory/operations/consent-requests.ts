import * as l10n from '@vscode/l10n';
import type {
  AcceptOAuth2ConsentRequest,
  OAuth2ConsentRequest,
  OAuth2RedirectTo,
  RejectOAuth2Request,
} from '@ory/client';
import { challenge, hydraAdmin, redirectSecrets } from './challenges.ts';
import { clientSecrets } from './clients.ts';
import { operation } from './operation.ts';
import { json, jsonBody } from './parts.ts';

const parameters = { consent_challenge: challenge('consent') } as const;

export const getOAuth2ConsentRequest = operation({
  ...hydraAdmin,
  id: 'getOAuth2ConsentRequest',
  formerId: 'admin_get_o_auth2_consent_request',
  summary: l10n.t('Read what a client asks the user to allow.'),
  method: 'GET',
  path: '/admin/oauth2/auth/requests/consent',
  effect: 'read',
  parameters,
  answer: json<OAuth2ConsentRequest>([
    '/challenge',
    '/login_challenge',
    '/request_url',
    ...clientSecrets.map((pointer) => `/client${pointer}`),
  ]),
});

export const acceptOAuth2ConsentRequest = operation({
  ...hydraAdmin,
  id: 'acceptOAuth2ConsentRequest',
  formerId: 'admin_accept_o_auth2_consent_request',
  summary: l10n.t('Allow the client some or all of what it asked for.'),
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/consent/accept',
  effect: 'write',
  parameters,
  body: jsonBody<AcceptOAuth2ConsentRequest>(l10n.t('Scopes, audiences and claims that are granted.')),
  answer: json<OAuth2RedirectTo>(redirectSecrets),
});

export const rejectOAuth2ConsentRequest = operation({
  ...hydraAdmin,
  id: 'rejectOAuth2ConsentRequest',
  formerId: 'admin_reject_o_auth2_consent_request',
  summary: l10n.t('Say that the user did not allow it.'),
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/consent/reject',
  effect: 'write',
  parameters,
  body: jsonBody<RejectOAuth2Request>(l10n.t('The OAuth 2.0 error that the client is told.')),
  answer: json<OAuth2RedirectTo>(redirectSecrets),
});
