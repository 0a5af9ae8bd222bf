import type { Channel, Derived } from '../schemas/extension.ts';
import { newId } from '../http/uuid.ts';
import type { Address, Credential, Identity, VerifiableAddress } from './model.ts';

/** The parts of an identity that follow from its traits. */
type Followers = Pick<Identity, 'credentials' | 'verifiable_addresses' | 'recovery_addresses'>;

/**
 * Identifiers and addresses after a change of traits: what is still there keeps its id, state and times,
 * what is new begins unverified, what is no longer in the traits goes.
 */
export function follow(before: Followers, derived: Derived, now: () => string): Followers {
  return {
    credentials: {
      ...before.credentials,
      ...login(before, 'password', derived.password, {}, now),
      ...login(before, 'webauthn', derived.webauthn, {}, now),
      ...login(
        before,
        'code',
        derived.code.map(({ value }) => value),
        { addresses: derived.code.map(({ via, value }) => ({ channel: via, address: value })) },
        now,
      ),
    },
    verifiable_addresses: derived.verification.map(
      (channel): VerifiableAddress =>
        find(before.verifiable_addresses, channel) ?? {
          ...fresh(channel, now()),
          verified: false,
          status: 'pending',
          verified_at: undefined,
        },
    ),
    recovery_addresses: derived.recovery.map(
      (channel): Address => find(before.recovery_addresses, channel) ?? fresh(channel, now()),
    ),
  };
}

function login(
  before: Followers,
  type: 'password' | 'webauthn' | 'code',
  identifiers: readonly string[],
  config: unknown,
  now: () => string,
): Record<string, Credential> {
  const existing = before.credentials[type];
  if (identifiers.length === 0) return {};
  if (!existing) {
    const at = now();
    const version = type === 'code' ? 1 : 0;
    return { [type]: { type, identifiers, config, version, created_at: at, updated_at: at } };
  }
  if (existing.identifiers.join('\n') === identifiers.join('\n')) return {};
  const updated = { ...existing, identifiers, updated_at: now() };
  return { [type]: type === 'code' ? { ...updated, config } : updated };
}

function find<T extends Address>(addresses: readonly T[], channel: Channel): T | undefined {
  return addresses.find(({ via, value }) => via === channel.via && value === channel.value);
}

function fresh({ via, value }: Channel, at: string): Address {
  return { id: newId(), value, via, created_at: at, updated_at: at };
}

/** The version that a stored credential has: the servers raise that of passwords when they first read it. */
export function stored(identity: Identity): Identity {
  const credentials = Object.fromEntries(
    Object.entries(identity.credentials).map(([type, credential]) => [
      type,
      ['password', 'webauthn'].includes(type) && credential.version === 0
        ? { ...credential, version: 1 }
        : credential,
    ]),
  );
  return { ...identity, credentials };
}
