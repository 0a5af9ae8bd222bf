/** An identity as it is kept; times are RFC 3339 texts. */
export interface Identity {
  readonly id: string;
  readonly external_id: string | undefined;
  readonly schema_id: string;
  readonly state: 'active' | 'inactive';
  readonly state_changed_at: string;
  readonly traits: unknown;
  readonly verifiable_addresses: readonly VerifiableAddress[];
  readonly recovery_addresses: readonly Address[];
  readonly metadata_public: unknown;
  readonly metadata_admin: unknown;
  readonly created_at: string;
  readonly updated_at: string;
  readonly organization_id: string | null;
  readonly credentials: Readonly<Record<string, Credential>>;
}

export interface Credential {
  readonly type: string;
  readonly identifiers: readonly string[];
  /** Secret: hashes, tokens, keys. */
  readonly config: unknown;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Address {
  readonly id: string;
  readonly value: string;
  readonly via: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface VerifiableAddress extends Address {
  readonly verified: boolean;
  readonly status: string;
  readonly verified_at: string | undefined;
}

/** The types of credentials that Kratos knows; any other name in a request is refused. */
export const CREDENTIAL_TYPES: readonly string[] = [
  'password',
  'oidc',
  'totp',
  'lookup_secret',
  'webauthn',
  'code',
  'passkey',
  'profile',
  'saml',
  'link_recovery',
  'code_recovery',
  'deviceauthn',
];

/** Everything about an identity that no other identity may have. */
export function uniqueKeys(identity: Identity): readonly string[] {
  const keys = Object.values(identity.credentials).flatMap(({ type, identifiers }) =>
    identifiers.map((identifier) => `${type}\n${identifier}`),
  );
  for (const { via, value } of identity.verifiable_addresses) keys.push(`verifiable\n${via}\n${value}`);
  for (const { via, value } of identity.recovery_addresses) keys.push(`recovery\n${via}\n${value}`);
  if (identity.external_id !== undefined) keys.push(`external\n${identity.external_id}`);
  return keys;
}
