import type { Identity, VerifiableIdentityAddress } from '@ory/client';
import { type Fact, facts, whenFact } from '../../../resources/row.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { idPart } from '../row-id.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode } from './group-node.ts';
import { LeafNode } from './leaf-node.ts';

/** The addresses of an identity, from the answer that listed it; nothing where it has none. */
export function addressesNode(view: ExplorerView, parent: TreeNode, identity: Identity): TreeNode[] {
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
    others.length > 0 ? `${others.length} for recovery only` : '',
  ];
  return [
    new GroupNode(view, parent, {
      key: 'addresses',
      label: 'Addresses',
      icon: 'mail',
      summary: () => counts.filter(Boolean).join(', '),
      children: (group) => [
        ...verifiable.map((address) => addressNode(group, address, recovers.has(address.value))),
        ...others.map(
          ({ value, via }) =>
            new LeafNode(
              `${group.id}/${idPart(via)}/${idPart(value)}`,
              group,
              {
                label: value,
                description: [via, 'for recovery only'].filter(Boolean).join(' · '),
                icon: 'history',
              },
              { copied: value },
            ),
        ),
      ],
    }),
  ];
}

function addressNode(group: TreeNode, address: VerifiableIdentityAddress, recovers: boolean): TreeNode {
  const { value, via, verified, status } = address;
  return new LeafNode(
    `${group.id}/${idPart(via)}/${idPart(value)}`,
    group,
    {
      label: value,
      description: [via, verified ? 'verified' : status, recovers ? 'recovery' : '']
        .filter(Boolean)
        .join(' · '),
      icon: verified ? 'pass' : 'circle-outline',
    },
    { copied: value, facts: addressFacts(address, recovers) },
  );
}

const addressFacts = (address: VerifiableIdentityAddress, recovers: boolean): Fact[] =>
  facts(
    ['Kind', address.via],
    ['State', address.verified ? 'verified' : address.status],
    ['Verified', whenFact(address.verified_at)],
    ['Recovery', recovers ? 'this address can recover the account' : 'no'],
  );
