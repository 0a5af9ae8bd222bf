import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import type { LiveConnection } from '../../../editor/live-connection.ts';
import { logTraced } from '../../../editor/log-exchange.ts';
import { withPatience } from '../../../editor/patience.ts';
import { authMethodOf } from '../../../flows/oauth2/client-auth.ts';
import { runContext } from '../../../flows/oauth2/context.ts';
import { revoke } from '../../../flows/oauth2/tokens/token-actions.ts';
import { Trace } from '../../../flows/oauth2/trace.ts';
import type { OAuth2 } from '../oauth2.ts';
import { askCredential } from '../run/client-credential.ts';
import { providerOf, toldBy } from '../run/run-parts.ts';

/**
 * Revokes a token as the client that has it, which is the only way that Hydra knows; its secret is asked for.
 * @returns whether it was revoked: the person may think better of it
 * @throws {OryError} where it was refused
 */
export async function revokeAsClient(
  oauth2: OAuth2,
  live: LiveConnection,
  client: OAuth2Client,
  token: string,
): Promise<boolean> {
  const { container } = oauth2;
  const id = client.client_id ?? '';
  const name = client.client_name || id;
  const method = authMethodOf(client.token_endpoint_auth_method);
  const credential = await askCredential(container, live.now, { id, name }, method);
  if (!credential) return false;
  const { redactor } = container;
  const connection = live.forWriting();
  const api = await container.client(connection);
  const endpoints = await container.endpoints(connection);
  const trace = new Trace(redactor, undefined, logTraced(container.log, live.id));
  await withPatience(
    l10n.t('Revoking the token ({0})', connection.name),
    async ({ signal = new AbortController().signal }) => {
      const provider = await providerOf(api, connection, signal);
      const own = { id, credential };
      const onSent = await toldBy(oauth2, connection);
      await revoke(
        await runContext({ provider, client: own, api, endpoints, trace, redactor, signal, onSent }),
        token,
      );
    },
  );
  return true;
}
