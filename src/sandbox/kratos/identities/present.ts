import type { JsonObject } from '../../json/values.ts';
import type { Credential, Identity, VerifiableAddress } from './model.ts';

/** Which parts of an identity an answer shows; the servers' answers differ in this. */
export interface View {
  /** `none`: no credentials at all; else the types whose secret configuration is shown. */
  readonly credentials: 'none' | ReadonlySet<string>;
  /** `set`: metadata_admin only when it is not null (answers to writes that did not send it); `no`: what the person itself may see. */
  readonly adminMetadata: 'always' | 'set' | 'no';
  readonly addresses: boolean;
  readonly schemaUrl: string;
}

const NO_CONFIG: ReadonlySet<string> = new Set();

/** The views that recur: a read, an entry of a list, the answer to a write, and the person's own view. */
export const VIEWS = {
  read: { credentials: NO_CONFIG, adminMetadata: 'always', addresses: true },
  listed: { credentials: 'none', adminMetadata: 'always', addresses: true },
  written: { credentials: NO_CONFIG, adminMetadata: 'set', addresses: true },
  own: { credentials: 'none', adminMetadata: 'no', addresses: true },
  /** Inside a list of sessions. */
  bare: { credentials: 'none', adminMetadata: 'always', addresses: false },
} as const satisfies Record<string, Omit<View, 'schemaUrl'>>;

/** The answer to a write: administrators' metadata that was sent as null stays null in it. */
export const writtenView = (body: JsonObject): Omit<View, 'schemaUrl'> =>
  'metadata_admin' in body ? { ...VIEWS.written, adminMetadata: 'always' } : VIEWS.written;

/** The address of an identity's schema: the id is base64url without padding. */
export function schemaUrl(publicUrl: string, schemaId: string): string {
  return `${publicUrl}/schemas/${Buffer.from(schemaId).toString('base64url')}`;
}

/** The identity as JSON, keys in the servers' order. */
export function presentIdentity(identity: Identity, view: View): JsonObject {
  const { adminMetadata } = view;
  const showAdmin =
    adminMetadata === 'always' || (adminMetadata === 'set' && (identity.metadata_admin ?? null) !== null);
  return {
    id: identity.id,
    ...(identity.external_id === undefined ? {} : { external_id: identity.external_id }),
    ...(view.credentials === 'none' ? {} : { credentials: presentCredentials(identity, view.credentials) }),
    schema_id: identity.schema_id,
    schema_url: view.schemaUrl,
    state: identity.state,
    state_changed_at: identity.state_changed_at,
    traits: identity.traits,
    ...(view.addresses && identity.verifiable_addresses.length > 0
      ? { verifiable_addresses: identity.verifiable_addresses.map(presentVerifiable) }
      : {}),
    ...(view.addresses && identity.recovery_addresses.length > 0
      ? { recovery_addresses: identity.recovery_addresses }
      : {}),
    metadata_public: identity.metadata_public ?? null,
    ...(showAdmin ? { metadata_admin: identity.metadata_admin ?? null } : {}),
    created_at: identity.created_at,
    updated_at: identity.updated_at,
    organization_id: identity.organization_id,
  };
}

function presentCredentials(identity: Identity, withConfig: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(identity.credentials)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, credential]) => [type, presentCredential(credential, withConfig.has(type))]),
  );
}

function presentCredential(credential: Credential, withConfig: boolean): JsonObject {
  return {
    type: credential.type,
    identifiers: credential.identifiers,
    ...(withConfig ? { config: credential.config } : {}),
    version: credential.version,
    created_at: credential.created_at,
    updated_at: credential.updated_at,
  };
}

function presentVerifiable(address: VerifiableAddress): JsonObject {
  const { id, value, verified, via, status, verified_at, created_at, updated_at } = address;
  return {
    id,
    value,
    verified,
    via,
    status,
    ...(verified_at === undefined ? {} : { verified_at }),
    created_at,
    updated_at,
  };
}
