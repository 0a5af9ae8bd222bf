import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type CommandModule, lazyCommand } from '../../editor/lazy-command.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { OAuth2 } from './oauth2.ts';
import { temporaryRecords } from './temporary-records.ts';

/** OAuth 2.0 from the client's and the login app's side: runs, challenges, tokens, the provider, registration. */
export function register(container: Container): vscode.Disposable {
  const texts = new ShownTexts('ory-provider', 'This was forgotten when the window reloaded.\n');
  const oauth2: OAuth2 = { container, records: temporaryRecords(container.context.globalState), texts };
  const command = (id: string, load: () => Promise<CommandModule<OAuth2>>) =>
    lazyCommand<OAuth2>(oauth2, id, load, (error) => container.tell(error, { doing: 'Ory' }));
  return vscode.Disposable.from(
    texts,
    command('ory.startOAuth2Flow', () => import('./commands/start-flow.ts')),
    command('ory.openChallenge', () => import('./commands/open-challenge.ts')),
    command('ory.inspectToken', () => import('./commands/inspect-token.ts')),
    command('ory.showProvider', () => import('./commands/show-provider.ts')),
    command('ory.registerClient', () => import('./commands/register-client.ts')),
    command('ory.openRegisteredClient', () => import('./commands/open-registered-client.ts')),
  );
}
