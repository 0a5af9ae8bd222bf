import { childOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { textAt } from '../changes.ts';
import { patchIsSafe } from './patch-is-safe.ts';
import type { Lens, LensPlace } from '../lenses/lens.ts';

/** What can be done with an identity: with itself, its state, each address, each credential. */
export function identityLenses(document: JsonNode, place: LensPlace): readonly Lens[] {
  const ref = { connection: place.connection, kind: 'identities', id: place.id };
  const on = (path: readonly string[], title: string, command: string, ...args: unknown[]): Lens => ({
    path,
    title,
    command,
    args,
  });
  const whole = (path: readonly string[], title: string, command: string) =>
    on(path, title, command, ref, place.name);
  const consents = place.hasHydra
    ? [on([], 'Show Consents', 'ory.showSubject', { ref, name: place.name })]
    : [];
  if (place.readOnly) return consents;
  // Older servers are written by PUT, which leaves addresses alone.
  const canVerify = patchIsSafe(document);
  const inactive = textAt(document, 'state') === 'inactive';
  return [
    whole([], 'Create Recovery Code…', 'ory.createRecoveryCode'),
    whole([], 'Delete All Sessions…', 'ory.deleteSessions'),
    ...consents,
    whole(
      ['state'],
      inactive ? 'Activate' : 'Deactivate',
      inactive ? 'ory.activateIdentity' : 'ory.deactivateIdentity',
    ),
    ...namesIn(childOf(document, 'credentials')).map((type) => {
      const identifiers = textsIn(childOf(childOf(childOf(document, 'credentials'), type), 'identifiers'));
      const { connection, id: identity, name: identityName } = place;
      const part = { is: 'credential', connection, identity, identityName, type, identifiers };
      return on(['credentials', type], 'Delete Credential…', 'ory.deleteCredential', { part });
    }),
    ...itemsOf(canVerify ? childOf(document, 'verifiable_addresses') : undefined).flatMap((address, at) => {
      const value = textAt(address, 'value');
      const verified = childOf(address, 'verified');
      if (!value || (verified?.kind === 'literal' && verified.value === true)) return [];
      const path = ['verifiable_addresses', String(at)];
      return [on(path, 'Mark as Verified…', 'ory.verifyAddress', ref, place.name, value)];
    }),
    ...itemsOf(childOf(document, 'recovery_addresses')).map((_, at) =>
      whole(['recovery_addresses', String(at)], 'Create Recovery Link…', 'ory.createRecoveryLink'),
    ),
  ].filter(
    // A part that is not there has no place.
    ({ path: [first] }) => first === undefined || childOf(document, first) !== undefined,
  );
}

const namesIn = (node: JsonNode | undefined): string[] =>
  node?.kind === 'object' ? [...node.members.keys()] : [];
const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items : [];
const textsIn = (node: JsonNode | undefined): string[] =>
  itemsOf(node).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
