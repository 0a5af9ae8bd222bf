import type { OAuth2Client } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { perform } from '../../../editor/deeds/perform.ts';
import { authMethodOf } from '../../../flows/oauth2/client-auth.ts';
import { runContext } from '../../../flows/oauth2/context.ts';
import { revoke } from '../../../flows/oauth2/tokens/token-actions.ts';
import { Trace } from '../../../flows/oauth2/trace.ts';
import type { OAuth2 } from '../oauth2.ts';
import { askCredential } from '../run/client-credential.ts';
import { providerOf } from '../run/run-parts.ts';

/**
 * Revokes a token as the client that has it, which is the only way that Hydra knows; its secret is asked for.
 * @returns whether it was revoked; a failure was told
 */
export async function revokeAsClient(
  { container }: OAuth2,
  connection: Connection,
  client: OAuth2Client,
  token: string,
): Promise<boolean> {
  const id = client.client_id ?? '';
  const name = client.client_name || id;
  const method = authMethodOf(client.token_endpoint_auth_method);
  const credential = await askCredential(container, connection, { id, name }, method);
  if (!credential) return false;
  const { redactor } = container;
  const done = await perform(
    container,
    { connection, title: 'Revoking the token', couldnt: 'revoke the token', lacks: 'revoking tokens' },
    async (api, { signal = new AbortController().signal }) => {
      const context = await runContext({
        provider: await providerOf(api, connection, signal),
        client: { id, credential },
        api,
        endpoints: await container.endpoints(connection),
        trace: new Trace(redactor),
        redactor,
        signal,
      });
      await revoke(context, token);
    },
  );
  return done !== undefined;
}
