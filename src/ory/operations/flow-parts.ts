import * as l10n from '@vscode/l10n';
import type { SecretPointer } from './operation.ts';
import { inPath, inQuery, mustQuery, secretHeader } from './parts.ts';

/** What self-service operations share. Browser flows live by their cookies, native ones by a session's token. */
export const kratosPublic = { service: 'kratos-public', credential: 'none' } as const;
export const withCookie = { service: 'kratos-public', credential: 'cookie' } as const;
export const withSession = { service: 'kratos-public', credential: 'session-token' } as const;

export const sessionToken = {
  'X-Session-Token': secretHeader(l10n.t('Token of the session (native applications).')),
};
export const cookie = { Cookie: secretHeader(l10n.t('Cookies of the browser, as it would send them.')) };
export const eitherSession = { ...sessionToken, ...cookie } as const;

export const flowId = { id: mustQuery('string', l10n.t('Id of the flow.')) };
export const flow = { flow: mustQuery('string', l10n.t('Id of the flow that is submitted.')) };
export const returnTo = inQuery(
  'string',
  l10n.t('Address to go to afterwards; it must be on the allow-list.'),
);
export const organization = inQuery('string', l10n.t('Id of the organization whose single sign-on is used.'));
export const identitySchema = inQuery(
  'string',
  l10n.t('Id of the identity schema, where there are several.'),
);
export const loginChallenge = inQuery('string', l10n.t('Login challenge of the OAuth 2.0 flow behind it.'), {
  secret: true,
});
export const exchangeCode = inQuery(
  'boolean',
  l10n.t('Also return a code that is exchanged for a session token once the flow is done in a browser.'),
);
export const emailToken = inQuery('string', l10n.t('Token from the link that was sent.'), { secret: true });
export const sessionId = inPath(l10n.t('Id of the session.'));

/** Credentials of an identity inside of a session. */
export const sessionSecrets = '/identity/credentials/*/config/**';

/** What a flow shows once and never again: second factors, codes, and what it is exchanged or resumed with. */
export const flowSecrets: readonly SecretPointer[] = [
  '/session_token_exchange_code',
  '/oauth2_login_challenge',
  '/oauth2_login_request/challenge',
  '/ui/nodes/*/attributes/text/text',
  '/ui/nodes/*/attributes/text/context/secret',
  '/ui/nodes/*/attributes/text/context/secrets/**',
  '/ui/nodes/*/attributes/src',
  '/continue_with/*/ory_session_token',
  sessionSecrets,
];

/** What a person types into a flow, or a provider hands over. */
export const submissionSecrets: readonly SecretPointer[] = [
  '/password',
  '/csrf_token',
  '/code',
  '/totp_code',
  '/lookup_secret',
  '/id_token',
  '/id_token_nonce',
  '/token',
  '/webauthn_login',
  '/webauthn_register',
  '/passkey_login',
  '/passkey_register',
  '/passkey_settings_register',
];

/** What a native application gets when it has signed in. */
export const signedInSecrets: readonly SecretPointer[] = [
  '/session_token',
  `/session${sessionSecrets}`,
  '/identity/credentials/*/config/**',
  '/continue_with/*/ory_session_token',
];
