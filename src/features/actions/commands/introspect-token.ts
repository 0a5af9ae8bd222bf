import { randomUUID } from 'node:crypto';
import { parseJson, printJson } from '../../../ory/json/tree.ts';
import { introspectOAuth2Token } from '../../../ory/operations/tokens.ts';
import { maskJson } from '../../../ory/secrets/mask.ts';
import type { Actions } from '../actions.ts';
import { askToken } from '../ask/token.ts';
import { perform } from '../../../editor/deeds/perform.ts';
import { usable } from '../../../editor/deeds/usable.ts';
import { viewUri } from '../view-uri.ts';

/**
 * Shows whether a token is good, whose it is and what for.
 * @param given the token; without it one is asked
 */
export async function run({ container, views }: Actions, given?: unknown): Promise<void> {
  const connection = await usable(container, { service: 'hydra-admin', writes: false });
  if (!connection) return;
  const token = typeof given === 'string' ? given : await askToken(`Introspect Token · ${connection.name}`);
  if (!token) return;
  container.redactor.learn(token);
  const told = await perform(
    container,
    {
      connection,
      title: 'Introspecting the token',
      couldnt: 'introspect the token',
      lacks: 'introspecting tokens',
    },
    async (client, call) => (await client.call(introspectOAuth2Token, { body: { token } }, call)).text,
  );
  if (!told) return;
  const text = printJson(maskJson(parseJson(told.value), introspectOAuth2Token.answer.secrets), 2);
  const uri = viewUri({ connection: connection.id, what: 'tokens', id: randomUUID() }, 'token.json');
  await views.show(uri, `${text}\n`);
}
