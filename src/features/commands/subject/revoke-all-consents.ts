import * as l10n from '@vscode/l10n';
import { revokeOAuth2ConsentSessions } from '../../../ory/operations/oauth2-sessions.ts';
import type { Actions } from '../command-host.ts';
import { revokeAll } from './revoke-all.ts';

/** Takes back everything that a subject granted, to all clients. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  await revokeAll(actions, args, {
    title: l10n.t('Revoke All Consents'),
    what: l10n.t('all consents'),
    consequence: l10n.t('The tokens that came of them end, and every client has to ask again.'),
    work: (client, subject, call) => client.call(revokeOAuth2ConsentSessions, { subject, all: true }, call),
  });
}
