/**
 * Which of the names that `@ory/client` publishes hold secrets: decided here by reading what they mean, and not by what
 * the catalogue declares or the product recognises.
 */
const SECRET = new Set(
  `access_token apple_private_key assertion authorization authorization_header_secret challenge ciphertext client_assertion
  client_secret code codes code_verifier consent_challenge cookie credential credential_draft_00 csrf_token d device_challenge device_code dp dq
  hashed_password id_token id_token_hint id_token_nonce init_code initial_access_token initial_id_token
  initial_refresh_token jwt k login_challenge logout_challenge logout_token logout_url lookup_secret oauth2_login_challenge
  ory_session_token oth p passkey_login passkey_register passkey_settings_register password pin_proof pin_secret q qi
  raw_key recovery_code recovery_link redirect_browser_to redirect_to refresh_token registration_access_token request_url
  return_to_code secret session_token session_token_exchange_code signature token tokenized totp_code totp_url user_code
  verification_uri_complete webauthn_login webauthn_register x_session_token`.split(/\s+/),
);

/** Those that look like one and are none. */
const PLAIN = new Set(
  `access_token_strategy additional_id_token_audiences apple_private_key_id certificate_chain_android client_data_hash
  client_key_id code_challenge code_challenge_method config_key content_hash credentials_endpoint_draft_00 error_code key
  keys kid next_page_token nonce page_token previous_page_token proof_type public_key public_key_algorithm revision_id schema_id
  session_id sid key_id tokenize_as token_endpoint token_endpoint_auth_method token_endpoint_auth_signing_alg token_id
  token_type token_type_hint token_use totp_unlink transport_public_key client_assertion_type userinfo_signed_response_alg
  id_token_signed_response_alg request_object_signing_alg password_identifier credentials_identifier
  preview_credentials_identifier_similar include_credential return_session_token_exchange_code login_session_id
  cookie_domain consent_request_id device_code_request_id code_challenge_methods_supported
  webauthn_register_displayname webauthn_remove passkey_remove lookup_secret_confirm lookup_secret_disable
  lookup_secret_regenerate lookup_secret_reveal update_identity_on_login
  id_token_signing_alg_values_supported token_endpoint_auth_methods_supported
  userinfo_signing_alg_values_supported credentials_supported_draft_00 access_token_audience
  grant_access_token_audience requested_access_token_audience deviceauthn_register client_secret_expires_at`.split(
    /\s+/,
  ),
);

/** What only its type makes a secret: the value of an API key, and a message with a code in it. */
const BY_TYPE = new Set(
  `Message.body Message.subject ProjectApiKey.value WorkspaceApiKey.value OnboardingPortalLink.value
  UiNodeImageAttributes.src`.split(/\s+/),
);

/** A member that is like a secret of another type, and none in this one. */
const NOT_IN_TYPE = new Set(
  `LoginFlow.request_url RegistrationFlow.request_url SettingsFlow.request_url RecoveryFlow.request_url
  VerificationFlow.request_url`.split(/\s+/),
);

const LIKE_SECRETS =
  /secret|pass(word|wd|phrase)|token|code|hash|(^|_)keys?$|challenge|verifier|assertion|cookie|csrf|jwt|nonce|otp|salt|credential|(^|_)auth$|cert|signature|cipher|^[dpqk]$|^d[pq]$|^qi$|redirect_(to|browser)|_link$|pin_|proof|_register$|_login$|logout_url|complete$/;

/** The client's names are in camel case where they are parameters. */
export const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();

export function isSecret(name: string, type = ''): boolean {
  const place = `${type}.${name}`;
  if (BY_TYPE.has(place)) return true;
  return SECRET.has(snake(name)) && !NOT_IN_TYPE.has(place);
}

/** Nobody has thought about it yet: a new version of `@ory/client` brings such names. */
export function isUndecided(name: string): boolean {
  const known = snake(name);
  return LIKE_SECRETS.test(known) && !SECRET.has(known) && !PLAIN.has(known) && !known.endsWith('_lifespan');
}
