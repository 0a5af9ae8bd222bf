import type { Container } from '../../../container.ts';
import { clientKind } from '../../../resources/client/client.ts';
import { openNew } from './open-new.ts';
import { writableConnection } from './writable-connection.ts';

/** A new OAuth 2.0 client from a template. */
export async function run(container: Container): Promise<void> {
  const connection = await writableConnection(container, clientKind);
  if (connection) await openNew(connection, clientKind);
}
