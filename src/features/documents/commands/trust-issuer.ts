import type { Container } from '../../../container.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { issuerKind } from '../../../kinds/issuer/issuer.ts';
import { openNew } from './open-new.ts';

/** A newly trusted issuer of JWT assertions, from a template. */
export async function run(container: Container): Promise<void> {
  const connection = await requireConnection(container, {
    service: issuerKind.service,
    writes: true,
  });
  if (connection) await openNew(connection, issuerKind);
}
