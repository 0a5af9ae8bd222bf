import type { Container } from '../../../container.ts';
import { issuerKind } from '../../../resources/issuer/issuer.ts';
import { openNew } from './open-new.ts';
import { writableConnection } from './writable-connection.ts';

/** A newly trusted issuer of JWT assertions, from a template. */
export async function run(container: Container): Promise<void> {
  const connection = await writableConnection(container, issuerKind);
  if (connection) await openNew(connection, issuerKind);
}
