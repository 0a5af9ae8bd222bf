import type { JsonNode } from '../../ory/json/tree.ts';
import type { Lens, LensPlace } from '../lenses/lens.ts';

/** What can be done with a session. */
export function sessionLenses(document: JsonNode, place: LensPlace): readonly Lens[] {
  const active = document.kind === 'object' && document.members.get('active');
  if (place.readOnly || !active || active.kind !== 'literal' || active.value !== true) return [];
  const ref = { connection: place.connection, kind: 'sessions', id: place.id };
  return [
    { path: [], title: 'End Session…', command: 'ory.endSession', args: [ref, place.name] },
    { path: [], title: 'Extend Session', command: 'ory.extendSession', args: [ref, place.name] },
  ];
}
