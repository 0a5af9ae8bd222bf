import * as l10n from '@vscode/l10n';
import type { AcceptDeviceUserCodeRequest, DeviceAuthorization, OAuth2RedirectTo } from '@ory/client';
import { challenge, hydraAdmin, redirectSecrets } from './challenges.ts';
import { operation } from './operation.ts';
import { clientCredentials, field, formBody, inQuery, json, jsonBody, mustField, nothing } from './parts.ts';

const since = '25.4.0';
const secret = { secret: true } as const;

export const oAuth2DeviceFlow = operation({
  service: 'hydra-public',
  credential: 'basic',
  id: 'oAuth2DeviceFlow',
  summary: l10n.t('Start to sign in on a device without a keyboard: a code to type in elsewhere.'),
  method: 'POST',
  path: '/oauth2/device/auth',
  effect: 'write',
  parameters: { Authorization: clientCredentials },
  body: formBody(l10n.t('The client and what it asks for.'), {
    client_id: mustField(l10n.t('Id of the client.')),
    client_secret: field(l10n.t('Secret of the client, where it does not show itself in a header.'), secret),
    scope: field(l10n.t('Scopes, with spaces between them.')),
    audience: field(l10n.t('Audiences, with spaces between them.')),
  }),
  answer: json<DeviceAuthorization>(['/device_code', '/user_code', '/verification_uri_complete']),
  bucket: 'hydra-public-high',
  since,
});

export const performOAuth2DeviceVerificationFlow = operation({
  service: 'hydra-public',
  credential: 'cookie',
  id: 'performOAuth2DeviceVerificationFlow',
  summary: l10n.t('Send a browser through the page on which the code of a device is typed in.'),
  method: 'GET',
  path: '/oauth2/device/verify',
  effect: 'write',
  parameters: { user_code: inQuery('string', l10n.t('Code that the device shows.'), secret) },
  answer: nothing,
  bucket: 'hydra-admin-high',
  since,
  opensInBrowser: true,
});

export const acceptUserCodeRequest = operation({
  ...hydraAdmin,
  id: 'acceptUserCodeRequest',
  summary: l10n.t('Say that the user typed in this code of a device.'),
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/device/accept',
  effect: 'write',
  parameters: { device_challenge: challenge('device') },
  body: jsonBody<AcceptDeviceUserCodeRequest>(l10n.t('The code that the device shows.'), ['/user_code']),
  answer: json<OAuth2RedirectTo>(redirectSecrets),
  since,
});
