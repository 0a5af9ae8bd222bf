import * as l10n from '@vscode/l10n';
import type { Identity, VerifiableIdentityAddress } from '@ory/client';
import type { Below } from '../listing.ts';
import { type Fact, facts, type Row, whenFact } from '../row.ts';
import { sessionsOfIdentity } from '../session/listing.ts';
import { consentListing } from './consents.ts';
import { credentialListing } from './credential-list.ts';

/** What stands below an identity: credentials, addresses, sessions, consents. */
export const belowIdentity = (identity: Identity): readonly Below[] => [
  { list: credentialListing, of: identity.id },
  ...addressesOf(identity),
  { list: sessionsOfIdentity, of: identity.id },
  { list: consentListing, of: identity.id },
];

/** The addresses of an identity, from the answer that listed it; nothing where it has none. */
function addressesOf(identity: Identity): Below[] {
  const verifiable = identity.verifiable_addresses ?? [];
  const known = new Set(verifiable.map(({ value }) => value));
  const recovery = identity.recovery_addresses ?? [];
  const others = recovery.filter(({ value }) => !known.has(value));
  if (verifiable.length + others.length === 0) return [];
  const recovers = new Set(recovery.map(({ value }) => value));
  const verified = verifiable.filter((address) => address.verified).length;
  const counts = [
    verified > 0 ? `${verified} verified` : '',
    verifiable.length > verified ? `${verifiable.length - verified} pending` : '',
    others.length > 0 ? l10n.t('{0} for recovery only', others.length) : '',
  ];
  return [
    {
      group: {
        key: 'addresses',
        label: l10n.t('Addresses'),
        icon: 'mail',
        summary: counts.filter(Boolean).join(', '),
        rows: [
          ...verifiable.map((address) => addressRow(address, recovers.has(address.value))),
          ...others.map(({ value, via }) => recoveryRow(value, via)),
        ],
      },
    },
  ];
}

function addressRow(address: VerifiableIdentityAddress, recovers: boolean): Row {
  const { value, via, verified, status } = address;
  return {
    id: `${via}/${value}`,
    label: value,
    description: [via, verified ? 'verified' : status, recovers ? 'recovery' : '']
      .filter(Boolean)
      .join(' · '),
    icon: verified ? 'pass' : 'circle-outline',
    dimmed: false,
    copied: value,
    facts: () => addressFacts(address, recovers),
  };
}

const recoveryRow = (value: string, via: string): Row => ({
  id: `${via}/${value}`,
  label: value,
  description: [via, l10n.t('for recovery only')].filter(Boolean).join(' · '),
  icon: 'history',
  dimmed: false,
  copied: value,
  facts: () => facts(['Kind', via], ['Recovery', 'only']),
});

const addressFacts = (address: VerifiableIdentityAddress, recovers: boolean): Fact[] =>
  facts(
    ['Kind', address.via],
    ['State', address.verified ? 'verified' : address.status],
    ['Verified', whenFact(address.verified_at)],
    ['Recovery', recovers ? l10n.t('this address can recover the account') : 'no'],
  );
