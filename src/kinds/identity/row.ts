import * as l10n from '@vscode/l10n';
import type { Identity } from '@ory/client';
import { asText } from '../../ory/as-text.ts';
import { type Fact, facts, type Row, whenFact } from '../row.ts';
import { belowIdentity } from './below.ts';
import { identityName } from './identity-name.ts';
import { identityState } from './state.ts';

export { identityName } from './identity-name.ts';

/** An identity in a list: name, schema, state; in its tooltip addresses, times, metadata. */
export function identityRow(identity: Identity): Row {
  const inactive = identity.state === 'inactive';
  return {
    id: identity.id,
    label: identityName(identity),
    description: [inactive ? 'inactive' : '', identity.schema_id, verifiedSummary(identity)]
      .filter(Boolean)
      .join(' · '),
    icon: 'account',
    dimmed: inactive,
    state: identityState(identity),
    facts: () => identityFacts(identity),
    below: () => belowIdentity(identity),
  };
}

function verifiedSummary(identity: Identity): string {
  const addresses = identity.verifiable_addresses ?? [];
  if (addresses.length === 0) return '';
  const pending = addresses.filter((address) => !address.verified).length;
  return pending === 0 ? 'verified' : pending === addresses.length ? 'unverified' : `${pending} unverified`;
}

function identityFacts(identity: Identity): Fact[] {
  const { metadata_public: publicMetadata, metadata_admin: adminMetadata } = identity;
  return facts(
    ['Id', identity.id],
    ['State', identity.state],
    ['Schema', identity.schema_id],
    [l10n.t('External id'), identity.external_id],
    ['Organization', identity.organization_id ?? undefined],
    ...(identity.verifiable_addresses ?? []).map(
      (address) =>
        [
          asText(address.via) || 'Address',
          `${asText(address.value)} (${address.verified ? 'verified' : asText(address.status) || 'unverified'})`.trim(),
        ] as const,
    ),
    ['Created', whenFact(identity.created_at)],
    ['Updated', whenFact(identity.updated_at)],
    [l10n.t('Public metadata'), keysOf(publicMetadata)],
    [l10n.t('Admin metadata'), keysOf(adminMetadata)],
  );
}

const keysOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? Object.keys(value).join(', ') || undefined : undefined;
