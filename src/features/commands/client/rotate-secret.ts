import { showOnce } from '../../../editor/show-once.ts';
import { rotateOAuth2ClientSecret } from '../../../ory/operations/clients.ts';
import type { Actions } from '../command-host.ts';
import { chooseOne } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';

/** Gives a client a new secret, which is shown once; the old ones stay good until they are deleted. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'clients',
    writes: true,
    title: 'Rotate Client Secret',
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  let secret: string | undefined;
  await askThenPerform(container, {
    connection,
    all: [one],
    effect: 'locks out',
    question: `Rotate the secret of ${one.name} on ${connection.name}?`,
    consequence: 'The client gets a new secret, which is shown once. It can’t be undone.',
    verb: 'Rotate',
    name: one.name,
    title: `Rotating the secret of ${one.name}`,
    couldnt: `rotate the secret of ${one.name}`,
    lacks: 'rotating client secrets',
    async work(client, { id }, call) {
      secret = (await client.call(rotateOAuth2ClientSecret, { id }, call)).data.client_secret;
    },
  });
  if (!secret) return;
  container.redactor.learn(secret);
  const remark = 'The old secrets stay good until “Ory: Delete Old Client Secrets…” deletes them.';
  await showOnce(`The new client secret of ${one.name} (${connection.name})`, secret, remark);
}
