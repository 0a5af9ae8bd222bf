import type { Jwk } from '../keys/jwk.ts';
import { omit } from '../objects.ts';
import type { Lifespan } from './fields.ts';

/** A client as it stands in a request or in the store; absent means: not sent. */
export interface ClientData extends Partial<Record<Lifespan, string | null>> {
  client_id?: string;
  client_name?: string;
  client_secret?: string;
  redirect_uris?: string[];
  grant_types?: string[];
  response_types?: string[];
  scope?: string;
  audience?: string[];
  owner?: string;
  policy_uri?: string;
  allowed_cors_origins?: string[];
  tos_uri?: string;
  client_uri?: string;
  logo_uri?: string;
  contacts?: string[];
  client_secret_expires_at?: number;
  sector_identifier_uri?: string;
  subject_type?: string;
  jwks_uri?: string;
  jwks?: { keys?: Jwk[] };
  token_endpoint_auth_method?: string;
  token_endpoint_auth_signing_alg?: string;
  request_uris?: string[];
  request_object_signing_alg?: string;
  userinfo_signed_response_alg?: string;
  created_at?: string;
  updated_at?: string;
  frontchannel_logout_uri?: string;
  frontchannel_logout_session_required?: boolean;
  post_logout_redirect_uris?: string[];
  backchannel_logout_uri?: string;
  backchannel_logout_session_required?: boolean;
  /** Any JSON. */
  metadata?: unknown;
  registration_access_token?: string;
  registration_client_uri?: string;
  access_token_strategy?: string;
  skip_consent?: boolean;
  skip_logout_consent?: boolean | null;
}

/** A client in the store. */
export interface StoredClient {
  readonly id: string;
  /** Complete and valid; without secrets. */
  readonly data: ClientData;
  /** Salted; absent for public clients. */
  readonly secretDigest?: string;
  /** Former secrets that are still good, the newest first. */
  readonly rotatedDigests: readonly string[];
  /** Digest of the registration access token, while there is one. */
  readonly registrationDigest?: string;
}

/** What may be stored of a client that was sent. */
export const withoutSecrets = (data: ClientData): ClientData =>
  omit(data, 'client_secret', 'registration_access_token', 'registration_client_uri');

export const isPublic = (client: StoredClient): boolean => client.data.token_endpoint_auth_method === 'none';

/** The grants that a client may use; a client that names none may use the code flow. */
export function grantTypesOf(client: StoredClient): readonly string[] {
  const named = client.data.grant_types ?? [];
  return named.length > 0 ? named : ['authorization_code'];
}

/** The response types that a client may ask for. */
export function responseTypesOf(client: StoredClient): readonly string[] {
  const named = client.data.response_types ?? [];
  return named.length > 0 ? named : ['code'];
}
