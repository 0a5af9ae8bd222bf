import { showOnce } from '../../../editor/show-once.ts';
import { rotateOAuth2ClientSecret } from '../../../ory/operations/clients.ts';
import type { Actions } from '../actions.ts';
import { askClient } from '../../../editor/deeds/ask-client.ts';
import { chooseOne } from '../../../editor/target.ts';
import { perform } from '../../../editor/deeds/perform.ts';

/** Gives a client a new secret, which is shown once; the old ones stay good until they are deleted. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'clients',
    writes: true,
    ask: (connection) => askClient(actions, connection, 'Rotate Client Secret'),
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const rotated = await perform(
    container,
    {
      connection,
      title: `Rotating the secret of ${one.name}`,
      couldnt: `rotate the secret of ${one.name}`,
      lacks: 'rotating client secrets',
    },
    async (client, call) => (await client.call(rotateOAuth2ClientSecret, { id: one.id }, call)).data,
  );
  if (!rotated) return;
  container.changes.fire({ connection: connection.id, kind: 'clients', id: one.id, what: 'saved' });
  const secret = rotated.value.client_secret;
  if (!secret) return;
  container.redactor.learn(secret);
  const remark = 'The old secrets stay good until “Ory: Delete Old Client Secrets…” deletes them.';
  await showOnce(`The new client secret of ${one.name} (${connection.name})`, secret, remark);
}
