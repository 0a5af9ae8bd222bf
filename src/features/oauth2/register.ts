import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { OAUTH2 } from '../../editor/commands/table/flows.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import { Leftovers } from './leftovers.ts';
import type { OAuth2 } from './oauth2.ts';
import { temporaryRecords } from './temporary-records.ts';

/** Panels that outlive a reload of the window. */
const RESTORED = ['oauth2-run', 'oauth2-provider', 'oauth2-client'] as const;
type Restored = (typeof RESTORED)[number];

/** Milliseconds after the start: whatever the person opened the window for comes first. */
const LEFTOVERS_MS = 5000;

const LOADERS: Loaders<OAuth2, typeof OAUTH2> = {
  startOAuth2Flow: () => import('./commands/start-flow.ts'),
  openChallenge: () => import('./commands/open-challenge.ts'),
  inspectToken: () => import('./commands/inspect-token.ts'),
  showProvider: () => import('./commands/show-provider.ts'),
  registerClient: () => import('./commands/register-client.ts'),
  openRegisteredClient: () => import('./commands/open-registered-client.ts'),
};

/** OAuth 2.0 from the client's and the login app's side: runs, challenges, tokens, the provider, registration. */
export function register(container: Container): vscode.Disposable {
  const texts = new ShownTexts(
    'ory-provider',
    vscode.l10n.t('This was forgotten when the window reloaded.\n'),
  );
  const leftovers = new Leftovers(async () => {
    try {
      await (await import('./clean-up.ts')).removeLeftovers(oauth2);
    } catch (error) {
      container.log.error(String(error));
    }
  });
  const records = temporaryRecords(container.context.globalState);
  const oauth2: OAuth2 = { container, records, leftovers, texts };
  if (records.all().length > 0) leftovers.lookIn(LEFTOVERS_MS);
  const restore = (name: Restored) =>
    container.restoreWebviews(name, async () => {
      const { RESTORES, leftBy } = await import('./restore.ts');
      return (panel, kept) => {
        const left = leftBy(oauth2, kept);
        return left ? RESTORES[name](oauth2, left, panel) : Promise.resolve(panel.dispose());
      };
    });
  return vscode.Disposable.from(
    registerCommands(container, oauth2, LOADERS),
    texts,
    leftovers,
    ...RESTORED.map(restore),
  );
}
