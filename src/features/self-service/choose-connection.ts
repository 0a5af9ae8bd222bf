import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { givenConnection } from '../../editor/given.ts';
import { requireConnection } from '../../editor/require-connection.ts';

/** The connection that a flow goes to: the one of the row, else the active one; undefined where it has no Kratos. */
export function connectionFor(
  container: Container,
  given: unknown,
  writes: boolean,
): Promise<Connection | undefined> {
  return requireConnection(container, { service: 'kratos-public', writes }, givenConnection(given));
}
