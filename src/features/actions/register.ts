import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type CommandModule, lazyCommand } from '../../editor/lazy-command.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Actions } from './actions.ts';
import { VIEW_NOTE, VIEW_SCHEME } from './view-uri.ts';

/** What administrators do often, as commands of their own, in the palette and on the rows of the views. */
export function register(container: Container): vscode.Disposable {
  const views = new ShownTexts(VIEW_SCHEME, VIEW_NOTE);
  const actions: Actions = { container, views };
  const command = (id: string, load: () => Promise<CommandModule<Actions>>) =>
    lazyCommand<Actions>(actions, id, load, (error) => container.tell(error, { doing: 'Ory' }));
  return vscode.Disposable.from(
    views,
    command('ory.createRecoveryCode', () => import('./commands/create-recovery-code.ts')),
    command('ory.createRecoveryLink', () => import('./commands/create-recovery-link.ts')),
    command('ory.activateIdentity', () => import('./commands/activate-identity.ts')),
    command('ory.deactivateIdentity', () => import('./commands/deactivate-identity.ts')),
    command('ory.verifyAddress', () => import('./commands/verify-address.ts')),
    command('ory.deleteCredential', () => import('./commands/delete-credential.ts')),
    command('ory.extendSession', () => import('./commands/extend-session.ts')),
    command('ory.endSession', () => import('./commands/end-session.ts')),
    command('ory.deleteSessions', () => import('./commands/delete-sessions.ts')),
    command('ory.rotateClientSecret', () => import('./commands/rotate-client-secret.ts')),
    command('ory.deleteOldSecrets', () => import('./commands/delete-old-secrets.ts')),
    command('ory.deleteClientTokens', () => import('./commands/delete-client-tokens.ts')),
    command('ory.showClientConsents', () => import('./commands/show-client-consents.ts')),
    command('ory.addKey', () => import('./commands/add-key.ts')),
    command('ory.rotateKeys', () => import('./commands/rotate-keys.ts')),
    command('ory.deleteKey', () => import('./commands/delete-key.ts')),
    command('ory.showSubject', () => import('./commands/show-subject.ts')),
    command('ory.revokeConsents', () => import('./commands/revoke-consents.ts')),
    command('ory.revokeAllConsents', () => import('./commands/revoke-all-consents.ts')),
    command('ory.revokeLogins', () => import('./commands/revoke-logins.ts')),
    command('ory.openMessage', () => import('./commands/open-message.ts')),
    command('ory.revealMessage', () => import('./commands/reveal-message.ts')),
    command('ory.createProject', () => import('./commands/create-project.ts')),
    command('ory.purgeProject', () => import('./commands/purge-project.ts')),
    command('ory.removeMember', () => import('./commands/remove-member.ts')),
  );
}
