/** How a field of a client is read from a request. */
export type FieldKind =
  'text' | 'list' | 'flag' | 'optional-flag' | 'number' | 'json' | 'keys' | 'time' | 'duration';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** Left out of answers when it has its zero value. */
  readonly omitEmpty?: true;
}

const field = (kind: FieldKind, name: string): Field => ({ kind, name });
const optional = (kind: FieldKind, name: string): Field => ({ kind, name, omitEmpty: true });

/** The token lifespans that a client can have of its own. */
export const LIFESPANS = [
  'authorization_code_grant_access_token_lifespan',
  'authorization_code_grant_id_token_lifespan',
  'authorization_code_grant_refresh_token_lifespan',
  'client_credentials_grant_access_token_lifespan',
  'implicit_grant_access_token_lifespan',
  'implicit_grant_id_token_lifespan',
  'jwt_bearer_grant_access_token_lifespan',
  'refresh_token_grant_id_token_lifespan',
  'refresh_token_grant_access_token_lifespan',
  'refresh_token_grant_refresh_token_lifespan',
  'device_authorization_grant_id_token_lifespan',
  'device_authorization_grant_access_token_lifespan',
  'device_authorization_grant_refresh_token_lifespan',
] as const;
export type Lifespan = (typeof LIFESPANS)[number];

/** Every field of a client, in the order in which the server writes them. */
export const FIELDS: readonly Field[] = [
  field('text', 'client_id'),
  field('text', 'client_name'),
  optional('text', 'client_secret'),
  field('list', 'redirect_uris'),
  field('list', 'grant_types'),
  field('list', 'response_types'),
  field('text', 'scope'),
  field('list', 'audience'),
  field('text', 'owner'),
  field('text', 'policy_uri'),
  field('list', 'allowed_cors_origins'),
  field('text', 'tos_uri'),
  field('text', 'client_uri'),
  field('text', 'logo_uri'),
  field('list', 'contacts'),
  field('number', 'client_secret_expires_at'),
  optional('text', 'sector_identifier_uri'),
  field('text', 'subject_type'),
  optional('text', 'jwks_uri'),
  field('keys', 'jwks'),
  field('text', 'token_endpoint_auth_method'),
  optional('text', 'token_endpoint_auth_signing_alg'),
  optional('list', 'request_uris'),
  optional('text', 'request_object_signing_alg'),
  field('text', 'userinfo_signed_response_alg'),
  field('time', 'created_at'),
  field('time', 'updated_at'),
  optional('text', 'frontchannel_logout_uri'),
  optional('flag', 'frontchannel_logout_session_required'),
  optional('list', 'post_logout_redirect_uris'),
  optional('text', 'backchannel_logout_uri'),
  optional('flag', 'backchannel_logout_session_required'),
  field('json', 'metadata'),
  optional('text', 'registration_access_token'),
  optional('text', 'registration_client_uri'),
  optional('text', 'access_token_strategy'),
  field('flag', 'skip_consent'),
  field('optional-flag', 'skip_logout_consent'),
  ...LIFESPANS.map((name) => field('duration', name)),
];
