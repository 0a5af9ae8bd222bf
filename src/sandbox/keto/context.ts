import type { Namespace } from '../../permissions/index.ts';
import type { Clock } from '../http/service.ts';
import type { Limits } from './limits.ts';
import { UnknownNamespaceError } from './http/errors.ts';
import type { SentTuple } from './http/decode.ts';
import { noSubject } from './tuples/query.ts';
import type { TupleStore } from './tuples/store.ts';

/** What Keto's three ports share. */
export interface KetoContext {
  readonly namespaces: readonly Namespace[];
  readonly tuples: TupleStore;
  readonly limits: Limits;
  readonly clock: Clock;
}

/** Throws a 404 when there is no namespace of that name. */
export function requireNamespace({ namespaces }: KetoContext, name: string): void {
  if (!namespaces.some((namespace) => namespace.name === name)) throw new UnknownNamespaceError(name);
}

/** Throws a 404 for an unknown namespace of a tuple or of its subject, a 400 for a tuple without subject. */
export function requireTuple(context: KetoContext, tuple: SentTuple): void {
  requireNamespace(context, tuple.namespace);
  requireSubject(tuple);
  if (tuple.subject_id === undefined && tuple.subject_set) {
    requireNamespace(context, tuple.subject_set.namespace);
  }
}

/** Throws a 400 for a tuple without subject. */
export function requireSubject(tuple: SentTuple): void {
  if (tuple.subject_id === undefined && tuple.subject_set === undefined) throw noSubject();
}
