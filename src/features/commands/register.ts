import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { IDENTITIES } from '../../editor/commands/table/identities.ts';
import type { CLIENTS, PROJECTS } from '../../editor/commands/table/clients.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Actions } from './command-host.ts';
import { VIEW_NOTE, VIEW_SCHEME, viewWords } from './view-uri.ts';

const LOADERS: Loaders<Actions, typeof IDENTITIES & typeof CLIENTS & typeof PROJECTS> = {
  createRecoveryCode: () => import('./identity/create-recovery-code.ts'),
  createRecoveryLink: () => import('./identity/create-recovery-link.ts'),
  activateIdentity: () => import('./identity/activate.ts'),
  deactivateIdentity: () => import('./identity/deactivate.ts'),
  verifyAddress: () => import('./identity/verify-address.ts'),
  deleteCredential: () => import('./identity/delete-credential.ts'),
  extendSession: () => import('./session/extend.ts'),
  endSession: () => import('./session/end.ts'),
  deleteSessions: () => import('./session/delete-all.ts'),
  rotateClientSecret: () => import('./client/rotate-secret.ts'),
  deleteOldSecrets: () => import('./client/delete-old-secrets.ts'),
  deleteClientTokens: () => import('./client/delete-tokens.ts'),
  showClientConsents: () => import('./client/show-consents.ts'),
  addKey: () => import('./key-set/add-key.ts'),
  rotateKeys: () => import('./key-set/rotate-keys.ts'),
  deleteKey: () => import('./key-set/delete-key.ts'),
  showSubject: () => import('./subject/show.ts'),
  revokeConsents: () => import('./subject/revoke-consents.ts'),
  revokeAllConsents: () => import('./subject/revoke-all-consents.ts'),
  revokeLogins: () => import('./subject/revoke-logins.ts'),
  openMessage: () => import('./message/open.ts'),
  revealMessage: () => import('./message/reveal.ts'),
  createProject: () => import('./project/create.ts'),
  purgeProject: () => import('./project/purge.ts'),
  removeMember: () => import('./project/remove-member.ts'),
};

/** What administrators do often, as commands of their own, in the palette and on the rows of the views. */
export function register(container: Container): vscode.Disposable {
  const views = new ShownTexts(VIEW_SCHEME, VIEW_NOTE);
  const actions: Actions = { container, views };
  container.documentFacts.tellOf(VIEW_SCHEME, ({ uri }) => viewWords(container.connections, uri));
  return vscode.Disposable.from(registerCommands(container, actions, LOADERS), views);
}
