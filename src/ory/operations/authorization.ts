import * as l10n from '@vscode/l10n';
import type {
  CreateVerifiableCredentialRequestBody,
  OidcUserInfo,
  VerifiableCredentialResponse,
} from '@ory/client';
import { operation } from './operation.ts';
import { bearerToken, inQuery, json, jsonBody, nothing } from './parts.ts';

const hydraPublic = { service: 'hydra-public', bucket: 'hydra-public-medium' } as const;

export const oAuth2Authorize = operation({
  ...hydraPublic,
  credential: 'cookie',
  id: 'oAuth2Authorize',
  formerId: 'perform_o_auth2_authorization_flow',
  summary: l10n.t('Send a browser through login and consent, and back to the client with a code.'),
  method: 'GET',
  path: '/oauth2/auth',
  effect: 'write',
  parameters: {
    client_id: inQuery('string', l10n.t('Id of the client.')),
    response_type: inQuery('string', l10n.t('What the client gets: code, as a rule.')),
    redirect_uri: inQuery('string', l10n.t('Where the browser comes back to; one of the client’s.')),
    scope: inQuery('string', l10n.t('Scopes, with spaces between them.')),
    state: inQuery('string', l10n.t('Value that comes back unchanged; eight characters at least.')),
    nonce: inQuery('string', l10n.t('Value that comes back in the ID token.')),
    code_challenge: inQuery('string', l10n.t('PKCE challenge.')),
    code_challenge_method: inQuery('string', l10n.t('How the challenge was made.'), {
      values: ['S256', 'plain'],
    }),
    audience: inQuery('string', l10n.t('Audiences, with spaces between them.')),
    prompt: inQuery('string', l10n.t('Whether the user is asked again: none, login, consent.')),
    max_age: inQuery('integer', l10n.t('Seconds since the login after which the user is asked again.'), {
      minimum: 0,
    }),
    login_hint: inQuery('string', l10n.t('Who is expected to sign in.')),
    response_mode: inQuery('string', l10n.t('How the answer travels.'), {
      values: ['query', 'fragment', 'form_post'],
    }),
  },
  answer: nothing,
  opensInBrowser: true,
});

export const revokeOidcSession = operation({
  ...hydraPublic,
  credential: 'cookie',
  id: 'revokeOidcSession',
  formerId: 'perform_oidc_front_or_back_channel_logout',
  summary: l10n.t('Send a browser through the logout, and tell the clients that took part.'),
  method: 'GET',
  path: '/oauth2/sessions/logout',
  effect: 'destroy',
  parameters: {
    id_token_hint: inQuery('string', l10n.t('ID token of the session; without it the user is asked.'), {
      secret: true,
    }),
    post_logout_redirect_uri: inQuery(
      'string',
      l10n.t('Where the browser goes afterwards; one of the client’s.'),
    ),
    state: inQuery('string', l10n.t('Value that comes back unchanged.')),
  },
  answer: nothing,
  opensInBrowser: true,
});

export const getOidcUserInfo = operation({
  ...hydraPublic,
  credential: 'bearer',
  id: 'getOidcUserInfo',
  formerId: 'get_oidc_user_info',
  summary: l10n.t('Read the claims about the user that an access token stands for.'),
  method: 'GET',
  path: '/userinfo',
  effect: 'read',
  parameters: { Authorization: bearerToken(l10n.t('Access token with the scope openid.')) },
  answer: json<OidcUserInfo>(),
});

export const createVerifiableCredential = operation({
  service: 'hydra-public',
  credential: 'bearer',
  id: 'createVerifiableCredential',
  summary: l10n.t(
    'Issue a credential that says whose key a proof is signed with. Without a proof, the answer is 400 with the nonce for it.',
  ),
  method: 'POST',
  path: '/credentials',
  effect: 'write',
  parameters: {
    Authorization: bearerToken(l10n.t('Access token with the scope userinfo_credential_draft_00.')),
  },
  body: jsonBody<CreateVerifiableCredentialRequestBody>(l10n.t('Format, types and the proof.'), [
    '/proof/jwt',
  ]),
  answer: json<VerifiableCredentialResponse>(['/credential_draft_00']),
  bucket: 'hydra-admin-medium',
  since: '2.2.0',
});
