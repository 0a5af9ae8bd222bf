import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { IDENTITIES } from '../../editor/commands/table/identities.ts';
import type { CLIENTS, PROJECTS } from '../../editor/commands/table/clients.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Actions } from './actions.ts';
import { VIEW_NOTE, VIEW_SCHEME, viewWords } from './view-uri.ts';

const LOADERS: Loaders<Actions, typeof IDENTITIES & typeof CLIENTS & typeof PROJECTS> = {
  createRecoveryCode: () => import('./commands/create-recovery-code.ts'),
  createRecoveryLink: () => import('./commands/create-recovery-link.ts'),
  activateIdentity: () => import('./commands/activate-identity.ts'),
  deactivateIdentity: () => import('./commands/deactivate-identity.ts'),
  verifyAddress: () => import('./commands/verify-address.ts'),
  deleteCredential: () => import('./commands/delete-credential.ts'),
  extendSession: () => import('./commands/extend-session.ts'),
  endSession: () => import('./commands/end-session.ts'),
  deleteSessions: () => import('./commands/delete-sessions.ts'),
  rotateClientSecret: () => import('./commands/rotate-client-secret.ts'),
  deleteOldSecrets: () => import('./commands/delete-old-secrets.ts'),
  deleteClientTokens: () => import('./commands/delete-client-tokens.ts'),
  showClientConsents: () => import('./commands/show-client-consents.ts'),
  addKey: () => import('./commands/add-key.ts'),
  rotateKeys: () => import('./commands/rotate-keys.ts'),
  deleteKey: () => import('./commands/delete-key.ts'),
  showSubject: () => import('./commands/show-subject.ts'),
  revokeConsents: () => import('./commands/revoke-consents.ts'),
  revokeAllConsents: () => import('./commands/revoke-all-consents.ts'),
  revokeLogins: () => import('./commands/revoke-logins.ts'),
  openMessage: () => import('./commands/open-message.ts'),
  revealMessage: () => import('./commands/reveal-message.ts'),
  createProject: () => import('./commands/create-project.ts'),
  purgeProject: () => import('./commands/purge-project.ts'),
  removeMember: () => import('./commands/remove-member.ts'),
};

/** What administrators do often, as commands of their own, in the palette and on the rows of the views. */
export function register(container: Container): vscode.Disposable {
  const views = new ShownTexts(VIEW_SCHEME, VIEW_NOTE);
  const actions: Actions = { container, views };
  container.documentFacts.tellOf(VIEW_SCHEME, ({ uri }) => viewWords(container.connections, uri));
  return vscode.Disposable.from(registerCommands(container, actions, LOADERS), views);
}
