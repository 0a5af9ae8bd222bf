import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { usable } from '../../editor/deeds/usable.ts';

/** What a command may be called with: a connection, or a row that belongs to one. */
export type Target = { readonly id?: unknown; readonly connection?: unknown } | undefined;

/** The connection that a flow goes to: the one of the row, else the active one; undefined where it has no Kratos. */
export function connectionFor(
  container: Container,
  target: Target,
  writes: boolean,
): Promise<Connection | undefined> {
  return usable(container, { service: 'kratos-public', writes }, idOf(target));
}

function idOf(target: Target): string | undefined {
  const named = target?.connection;
  const of = typeof named === 'object' && named !== null ? (named as { id?: unknown }).id : undefined;
  const id = of ?? named ?? target?.id;
  return typeof id === 'string' ? id : undefined;
}
