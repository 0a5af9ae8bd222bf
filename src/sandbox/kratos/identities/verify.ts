import type { Identity } from './model.ts';

/** The identity with an address that was proven to be theirs. */
export function verifyAddress(identity: Identity, value: string, now: () => string): Identity {
  return changeAddress(identity, value, (address) =>
    address.verified ? address : { ...address, verified: true, verified_at: now(), status: 'completed' },
  );
}

/** The identity after something was sent to one of its addresses. */
export function markSent(identity: Identity, value: string): Identity {
  return changeAddress(identity, value, (address) => ({ ...address, status: 'sent' }));
}

function changeAddress(
  identity: Identity,
  value: string,
  change: (address: Identity['verifiable_addresses'][number]) => Identity['verifiable_addresses'][number],
): Identity {
  return {
    ...identity,
    verifiable_addresses: identity.verifiable_addresses.map((address) =>
      address.value === value ? change(address) : address,
    ),
  };
}
