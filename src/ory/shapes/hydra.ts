import { anything, count, flag, id, listOf, object, open, optional, text, texts } from './parts.ts';

export const client = object({
  client_id: id,
  client_name: text,
  client_secret: text,
  registration_access_token: text,
  registration_client_uri: text,
  token_endpoint_auth_method: text,
  owner: text,
  scope: text,
  grant_types: texts,
  response_types: texts,
  redirect_uris: texts,
  post_logout_redirect_uris: texts,
  audience: texts,
  contacts: texts,
  created_at: text,
  updated_at: text,
});

const jwk = object({ kid: text, kty: text, alg: text, use: text, crv: text, n: text, e: text });
export const keySet = object({ keys: listOf(jwk) });

export const issuer = object({
  id,
  issuer: text,
  subject: text,
  scope: texts,
  allow_any_subject: flag,
  public_key: optional(object({ set: text, kid: text })),
  created_at: text,
  expires_at: text,
});

/** The client of a request or a consent may lack what a client by itself has. */
const clientPart = optional(
  object({
    client_id: text,
    client_name: text,
    client_uri: text,
    policy_uri: text,
    tos_uri: text,
    logo_uri: text,
    scope: text,
  }),
);

const request = {
  challenge: text,
  subject: text,
  client: clientPart,
  requested_scope: texts,
  requested_access_token_audience: texts,
  login_session_id: text,
  request_url: text,
  context: anything,
};
const consentRequest = object(request);

export const consentSession = object({
  consent_request: optional(consentRequest),
  consent_request_id: text,
  grant_scope: texts,
  grant_access_token_audience: texts,
  handled_at: text,
  remember: flag,
  remember_for: count,
});

export const challengeRequest = object({
  ...request,
  skip: flag,
  rp_initiated: flag,
  sid: text,
  session_id: text,
  acr: text,
});

export const redirectTo = object({ redirect_to: id });

export const introspection = object({
  active: flag,
  client_id: text,
  sub: text,
  scope: text,
  iss: text,
  token_use: text,
  token_type: text,
  username: text,
  exp: count,
  iat: count,
  nbf: count,
  ext: open,
});

export const discovery = object({
  issuer: id,
  authorization_endpoint: text,
  token_endpoint: text,
  jwks_uri: text,
  userinfo_endpoint: text,
  revocation_endpoint: text,
  end_session_endpoint: text,
  registration_endpoint: text,
  device_authorization_endpoint: text,
  scopes_supported: texts,
  claims_supported: texts,
  response_types_supported: texts,
  response_modes_supported: texts,
  grant_types_supported: texts,
  subject_types_supported: texts,
  code_challenge_methods_supported: texts,
  token_endpoint_auth_methods_supported: texts,
  id_token_signing_alg_values_supported: texts,
});
