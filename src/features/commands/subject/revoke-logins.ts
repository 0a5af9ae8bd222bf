import * as l10n from '@vscode/l10n';
import { revokeOAuth2LoginSessions } from '../../../ory/operations/oauth2-sessions.ts';
import type { Actions } from '../command-host.ts';
import { revokeAll } from './revoke-all.ts';

/** Has a subject sign in again at its next OAuth 2.0 flow. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  await revokeAll(actions, args, {
    title: l10n.t('Revoke Login Sessions'),
    what: l10n.t('the login sessions'),
    consequence: l10n.t('It has to sign in again at its next OAuth 2.0 flow; tokens that it has stay good.'),
    work: (client, subject, call) => client.call(revokeOAuth2LoginSessions, { subject }, call),
  });
}
