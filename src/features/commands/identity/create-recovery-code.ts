import * as l10n from '@vscode/l10n';
import { createRecoveryCodeForIdentity } from '../../../ory/operations/recovery.ts';
import type { Actions } from '../command-host.ts';
import { recover } from './recover.ts';

/** A code with which an identity gets back into its account, and the address where it is entered. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  await recover(actions, args, {
    noun: l10n.t('recovery code'),
    title: l10n.t('Create Recovery Code'),
    async create(client, body, call) {
      const { data } = await client.call(createRecoveryCodeForIdentity, { body }, call);
      return {
        secrets: [
          { name: 'Code', value: data.recovery_code },
          { name: 'Link', value: data.recovery_link },
        ],
        expires: data.expires_at,
      };
    },
  });
}
