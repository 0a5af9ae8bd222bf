import { childOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { textAt } from '../changes.ts';
import { credentialState } from './state.ts';
import { patchIsSafe } from './patch-is-safe.ts';
import type { Part, Place } from '../lenses/part.ts';

/** The parts of an identity: its state, each credential, each address. */
export function identityParts(document: JsonNode, place: Place): readonly Part[] {
  const { connection, id, name } = place;
  const whole = [{ connection, kind: 'identities', id }, name] as const;
  const credentials = childOf(document, 'credentials');
  const all = namesIn(credentials).map((type) => ({
    type,
    identifiers: textsIn(childOf(childOf(credentials, type), 'identifiers')),
  }));
  // Older servers are written by PUT, which leaves addresses alone.
  const addresses = patchIsSafe(document) ? itemsOf(childOf(document, 'verifiable_addresses')) : [];
  return [
    ...(childOf(document, 'state') ? [{ sort: 'state', path: ['state'], args: whole } as const] : []),
    ...all.map((credential): Part => {
      const { type, identifiers } = credential;
      const part = { is: 'credential', connection, identity: id, identityName: name, type, identifiers };
      return {
        sort: 'credential',
        path: ['credentials', type],
        words: credentialState(credential, all),
        args: [{ part }],
      };
    }),
    ...addresses.flatMap((address, at): Part[] => {
      const value = textAt(address, 'value');
      const verified = childOf(address, 'verified');
      if (!value || (verified?.kind === 'literal' && verified.value === true)) return [];
      const path = ['verifiable_addresses', String(at)];
      return [{ sort: 'verifiable address', path, args: [...whole, value] }];
    }),
    ...itemsOf(childOf(document, 'recovery_addresses')).map((_, at): Part => ({
      sort: 'recovery address',
      path: ['recovery_addresses', String(at)],
      args: whole,
    })),
  ];
}

const namesIn = (node: JsonNode | undefined): string[] =>
  node?.kind === 'object' ? [...node.members.keys()] : [];
const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items : [];
const textsIn = (node: JsonNode | undefined): string[] =>
  itemsOf(node).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
