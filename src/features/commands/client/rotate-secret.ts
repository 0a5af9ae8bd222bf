import * as l10n from '@vscode/l10n';
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
    title: l10n.t('Rotate Client Secret'),
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  let secret: string | undefined;
  await askThenPerform(container, {
    connection,
    all: [one],
    effect: 'locks out',
    question: l10n.t('Rotate the secret of {0} on {1}?', one.name, connection.name),
    consequence: l10n.t('The client gets a new secret, which is shown once. It can’t be undone.'),
    verb: l10n.t('Rotate'),
    name: one.name,
    title: l10n.t('Rotating the secret of {0}', one.name),
    couldnt: l10n.t('rotate the secret of {0}', one.name),
    lacks: l10n.t('rotating client secrets'),
    async work(client, { id }, call) {
      secret = (await client.call(rotateOAuth2ClientSecret, { id }, call)).data.client_secret;
    },
  });
  if (!secret) return;
  container.redactor.learn(secret);
  const remark = l10n.t('The old secrets stay good until “Ory: Delete Old Client Secrets…” deletes them.');
  await showOnce(l10n.t('The new client secret of {0} ({1})', one.name, connection.name), secret, remark);
}
