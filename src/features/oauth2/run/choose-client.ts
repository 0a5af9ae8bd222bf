import * as l10n from '@vscode/l10n';
import { chooseResource } from '../../../editor/choose-resource.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import type { OAuth2Client } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { getOAuth2Client } from '../../../ory/operations/clients.ts';

/** Has a client chosen, and reads it; undefined where none was, or it could not be read, which was told then. */
export async function chooseClient(
  container: Container,
  connection: Connection,
): Promise<OAuth2Client | undefined> {
  const [chosen] = await chooseResource(container, connection, KINDS.clients, {
    title: l10n.t('Try a Flow'),
  });
  return chosen && readClient(container, connection, chosen);
}

export async function readClient(
  container: Container,
  connection: Connection,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<OAuth2Client | undefined> {
  const read = await perform(
    container,
    { connection, title: l10n.t('Reading {0}', name), couldnt: l10n.t('read {0}', name), lacks: 'clients' },
    async (client, call) => (await client.call(getOAuth2Client, { id }, call)).data,
  );
  return read?.value;
}
