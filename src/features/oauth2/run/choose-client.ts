import type { OAuth2Client } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { askClient } from '../../../editor/deeds/ask-client.ts';
import { perform } from '../../../editor/deeds/perform.ts';
import { getOAuth2Client } from '../../../ory/operations/clients.ts';

/** Has a client chosen, and reads it; undefined where none was, or it could not be read, which was told then. */
export async function chooseClient(
  container: Container,
  connection: Connection,
): Promise<OAuth2Client | undefined> {
  const [chosen] = await askClient({ container }, connection, 'Try a Flow');
  return chosen && readClient(container, connection, chosen);
}

export async function readClient(
  container: Container,
  connection: Connection,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<OAuth2Client | undefined> {
  const read = await perform(
    container,
    { connection, title: `Reading ${name}`, couldnt: `read ${name}`, lacks: 'clients' },
    async (client, call) => (await client.call(getOAuth2Client, { id }, call)).data,
  );
  return read?.value;
}
