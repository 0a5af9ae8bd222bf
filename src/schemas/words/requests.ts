import type { Words } from './words-of-types.ts';

export const requestWords: Words = {
  AcceptDeviceUserCodeRequest: { user_code: 'The code that the device shows.' },
  AcceptOAuth2LoginRequest: {
    acr: 'The authentication context (claim “acr”) that was reached.',
    amr: { description: 'The methods (claim “amr”) that were used.', examples: [['pwd'], ['pwd', 'otp']] },
    context: 'Data that the consent request gets to see.',
    extend_session_lifespan: 'Whether a remembered sign-in lives longer by this one.',
    force_subject_identifier: 'Another subject for ID tokens, where subjects are pairwise.',
    identity_provider_session_id: 'Id of the session at the login app, such as Kratos.',
    remember: 'Whether the browser stays signed in.',
    remember_for: {
      description: 'For how many seconds; 0 means without an end.',
      type: 'integer',
      minimum: 0,
    },
    subject: { description: 'Id of the person who signed in. It can’t be changed later.', minLength: 1 },
  },
  AcceptOAuth2ConsentRequest: {
    context: 'Data that is kept with the consent.',
    grant_access_token_audience: 'Audiences that are granted.',
    grant_scope: 'Scopes that are granted.',
    remember: 'Whether the same consent is asked for again.',
    remember_for: {
      description: 'For how many seconds; 0 means without an end.',
      type: 'integer',
      minimum: 0,
    },
    session: 'Claims that the tokens carry.',
  },
  AcceptOAuth2ConsentRequestSession: {
    access_token: {
      description: 'Claims of the access token; visible in introspection.',
      type: ['object', 'null'],
    },
    id_token: { description: 'Claims of the ID token.', type: ['object', 'null'] },
  },
  RejectOAuth2Request: {
    error: {
      description: 'The error that the client is told.',
      examples: ['access_denied', 'login_required', 'consent_required', 'invalid_scope', 'server_error'],
    },
    error_debug: 'Details for you; the client does not see them.',
    error_description: 'What went wrong, for people.',
    error_hint: 'What could be done about it.',
    status_code: { description: 'HTTP status of the answer.', type: 'integer', minimum: 400, maximum: 599 },
  },
  CreateVerifiableCredentialRequestBody: {
    format: { description: 'Format of the credential.', examples: ['jwt_vc_json'] },
    proof: 'Shows that whoever asks has the private key. Leave it out to get a nonce for it.',
    types: {
      description: 'Types of the credential.',
      examples: [['VerifiableCredential', 'UserInfoCredential']],
    },
  },
  VerifiableCredentialProof: {
    jwt: 'A JWT with the nonce, signed with the private key; its header has the public key as jwk. Masked.',
    proof_type: { description: 'Kind of proof.', examples: ['jwt'] },
  },
  PatchOperation: {
    op: 'What is done. The servers refuse test, move and copy.',
    path: {
      description: 'Where, as a JSON Pointer: /traits/email. In names, ~1 stands for / and ~0 for ~.',
      pattern: '^(/.*)?$',
      errorMessage: 'A JSON Pointer begins with /.',
    },
    value: 'What stands there afterwards.',
  },
};
