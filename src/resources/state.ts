import { clientState } from './client/state.ts';
import { identityState } from './identity/state.ts';
import type { KindId } from './kind.ts';
import { sessionState } from './session/state.ts';
import type { StateWord } from './state-word.ts';

/** The words of a resource, as the API shows it. */
export function stateOf(kind: KindId, resource: unknown): readonly StateWord[] {
  if (typeof resource !== 'object' || resource === null) return [];
  if (kind === 'identities') return identityState(resource);
  if (kind === 'clients') return clientState(resource);
  return kind === 'sessions' ? sessionState(resource) : [];
}
