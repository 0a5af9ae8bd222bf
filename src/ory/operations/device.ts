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
  summary: 'Start to sign in on a device without a keyboard: a code to type in elsewhere.',
  method: 'POST',
  path: '/oauth2/device/auth',
  effect: 'write',
  parameters: { Authorization: clientCredentials },
  body: formBody('The client and what it asks for.', {
    client_id: mustField('Id of the client.'),
    client_secret: field('Secret of the client, where it does not show itself in a header.', secret),
    scope: field('Scopes, with spaces between them.'),
    audience: field('Audiences, with spaces between them.'),
  }),
  answer: json<DeviceAuthorization>(['/device_code', '/user_code', '/verification_uri_complete']),
  bucket: 'hydra-public-high',
  since,
});

export const performOAuth2DeviceVerificationFlow = operation({
  service: 'hydra-public',
  credential: 'cookie',
  id: 'performOAuth2DeviceVerificationFlow',
  summary: 'Send a browser through the page on which the code of a device is typed in.',
  method: 'GET',
  path: '/oauth2/device/verify',
  effect: 'write',
  parameters: { user_code: inQuery('string', 'Code that the device shows.', secret) },
  answer: nothing,
  bucket: 'hydra-admin-high',
  since,
  opensInBrowser: true,
});

export const acceptUserCodeRequest = operation({
  ...hydraAdmin,
  id: 'acceptUserCodeRequest',
  summary: 'Say that the user typed in this code of a device.',
  method: 'PUT',
  path: '/admin/oauth2/auth/requests/device/accept',
  effect: 'write',
  parameters: { device_challenge: challenge('device') },
  body: jsonBody<AcceptDeviceUserCodeRequest>('The code that the device shows.', ['/user_code']),
  answer: json<OAuth2RedirectTo>(redirectSecrets),
  since,
});
