import type { KindId } from './kind.ts';
import { KINDS } from './kinds.ts';
import type { StateWord } from './state-word.ts';

/** The words of a resource, as the API shows it. */
export const stateOf = (kind: KindId, resource: unknown): readonly StateWord[] =>
  typeof resource === 'object' && resource !== null ? (KINDS[kind].stateOf?.(resource) ?? []) : [];
