import type { Identity, VerifiableIdentityAddress } from '@ory/client';
import type { StateWord } from '../state-word.ts';

/** What can be done with an identity, by its state and its addresses; a document may hold anything in their place. */
export function identityState(
  identity: Partial<Pick<Identity, 'state' | 'verifiable_addresses'>>,
): readonly StateWord[] {
  const { state, verifiable_addresses: addresses } = identity;
  // Older servers are written by PUT, which leaves addresses alone.
  const canVerify =
    'organization_id' in identity &&
    Array.isArray(addresses) &&
    addresses.some((address: VerifiableIdentityAddress | null) => address?.verified === false);
  return [state === 'inactive' ? 'inactive' : 'active', ...(canVerify ? (['unverified'] as const) : [])];
}

/** A credential by its type and its login names. */
export interface CredentialNames {
  readonly type: string;
  readonly identifiers: readonly string[];
}

/** Kratos refuses to delete these (400). */
const KEPT: readonly string[] = ['passkey', 'code'];
/** Nobody logs in with these alone. */
const SECOND_FACTORS: readonly string[] = ['totp', 'lookup_secret'];

/** What can be done with a credential. @param all those that the identity has */
export const credentialState = (
  credential: CredentialNames,
  all: readonly CredentialNames[],
): readonly StateWord[] =>
  KEPT.includes(credential.type) || isLastWay(credential, all) ? [] : ['revocable'];

/** Kratos never deletes the last way to log in. What may be another one counts as such. */
const isLastWay = ({ type, identifiers }: CredentialNames, all: readonly CredentialNames[]): boolean =>
  !SECOND_FACTORS.includes(type) &&
  (type === 'password' || identifiers.length <= 1) &&
  all.every((other) => other.type === type || SECOND_FACTORS.includes(other.type));
