import * as l10n from '@vscode/l10n';
import type { Words } from './words-of-types.ts';

export const requestWords: Words = {
  AcceptDeviceUserCodeRequest: { user_code: l10n.t('The code that the device shows.') },
  AcceptOAuth2LoginRequest: {
    acr: l10n.t('The authentication context (claim “acr”) that was reached.'),
    amr: {
      description: l10n.t('The methods (claim “amr”) that were used.'),
      examples: [['pwd'], ['pwd', 'otp']],
    },
    context: l10n.t('Data that the consent request gets to see.'),
    extend_session_lifespan: l10n.t('Whether a remembered sign-in lives longer by this one.'),
    force_subject_identifier: l10n.t('Another subject for ID tokens, where subjects are pairwise.'),
    identity_provider_session_id: l10n.t('Id of the session at the login app, such as Kratos.'),
    remember: l10n.t('Whether the browser stays signed in.'),
    remember_for: {
      description: l10n.t('For how many seconds; 0 means without an end.'),
      type: 'integer',
      minimum: 0,
    },
    subject: {
      description: l10n.t('Id of the person who signed in. It can’t be changed later.'),
      minLength: 1,
    },
  },
  AcceptOAuth2ConsentRequest: {
    context: l10n.t('Data that is kept with the consent.'),
    grant_access_token_audience: l10n.t('Audiences that are granted.'),
    grant_scope: l10n.t('Scopes that are granted.'),
    remember: l10n.t('Whether the same consent is asked for again.'),
    remember_for: {
      description: l10n.t('For how many seconds; 0 means without an end.'),
      type: 'integer',
      minimum: 0,
    },
    session: l10n.t('Claims that the tokens carry.'),
  },
  AcceptOAuth2ConsentRequestSession: {
    access_token: {
      description: l10n.t('Claims of the access token; visible in introspection.'),
      type: ['object', 'null'],
    },
    id_token: { description: l10n.t('Claims of the ID token.'), type: ['object', 'null'] },
  },
  RejectOAuth2Request: {
    error: {
      description: l10n.t('The error that the client is told.'),
      examples: ['access_denied', 'login_required', 'consent_required', 'invalid_scope', 'server_error'],
    },
    error_debug: l10n.t('Details for you; the client does not see them.'),
    error_description: l10n.t('What went wrong, for people.'),
    error_hint: l10n.t('What could be done about it.'),
    status_code: {
      description: l10n.t('HTTP status of the answer.'),
      type: 'integer',
      minimum: 400,
      maximum: 599,
    },
  },
  CreateVerifiableCredentialRequestBody: {
    format: { description: l10n.t('Format of the credential.'), examples: ['jwt_vc_json'] },
    proof: l10n.t('Shows that whoever asks has the private key. Leave it out to get a nonce for it.'),
    types: {
      description: l10n.t('Types of the credential.'),
      examples: [['VerifiableCredential', 'UserInfoCredential']],
    },
  },
  VerifiableCredentialProof: {
    jwt: l10n.t(
      'A JWT with the nonce, signed with the private key; its header has the public key as jwk. Masked.',
    ),
    proof_type: { description: l10n.t('Kind of proof.'), examples: ['jwt'] },
  },
  PatchOperation: {
    op: l10n.t('What is done. The servers refuse test, move and copy.'),
    path: {
      description: l10n.t('Where, as a JSON Pointer: /traits/email. In names, ~1 stands for / and ~0 for ~.'),
      pattern: '^(/.*)?$',
      errorMessage: l10n.t('A JSON Pointer begins with /.'),
    },
    value: l10n.t('What stands there afterwards.'),
  },
};
