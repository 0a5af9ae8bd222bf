import type { Container } from '../../../container.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { clientKind } from '../../../kinds/client/client.ts';
import { openNew } from './open-new.ts';

/** A new OAuth 2.0 client from a template. */
export async function run(container: Container): Promise<void> {
  const connection = await requireConnection(container, {
    service: clientKind.service,
    writes: true,
  });
  if (connection) await openNew(connection, clientKind);
}
