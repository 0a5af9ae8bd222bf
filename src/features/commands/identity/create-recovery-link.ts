import * as l10n from '@vscode/l10n';
import { createRecoveryLinkForIdentity } from '../../../ory/operations/recovery.ts';
import type { Actions } from '../command-host.ts';
import { recover } from './recover.ts';

/** A link with which an identity gets back into its account. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  await recover(actions, args, {
    noun: l10n.t('recovery link'),
    title: l10n.t('Create Recovery Link'),
    async create(client, body, call) {
      const { data } = await client.call(createRecoveryLinkForIdentity, { body }, call);
      return { secrets: [{ name: 'Link', value: data.recovery_link }], expires: data.expires_at };
    },
  });
}
