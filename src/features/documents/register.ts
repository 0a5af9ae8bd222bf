import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { SCHEME } from '../../editor/document-uri.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import { OryFileSystem } from './provider.ts';
import { SECRET_NOTE, SECRET_SCHEME } from './secret-scheme.ts';
import { SERVER_NOTE, SERVER_SCHEME } from './server-scheme.ts';
import type { StatusItem } from './status-item.ts';

/** Resources as documents: the `ory:` file system, what opens and creates its documents, and where each belongs. */
export function register(container: Container): vscode.Disposable {
  const files = new OryFileSystem(container);
  const secrets = new ShownTexts(SECRET_SCHEME, SECRET_NOTE);
  const copies = new ShownTexts(SERVER_SCHEME, SERVER_NOTE);
  return vscode.Disposable.from(
    files,
    secrets,
    vscode.workspace.registerFileSystemProvider(SCHEME, files, { isCaseSensitive: true }),
    container.command('ory.openDocument', async () => {
      const { openDocument } = await import('./commands/open-document.ts');
      return { run: (_: Container, ...args: unknown[]) => openDocument(container, files, args) };
    }),
    ...(['.yaml', '.json'] as const).map((ending) =>
      container.command(ending === '.yaml' ? 'ory.openAsYaml' : 'ory.openAsJson', async () => {
        const { openAs } = await import('./commands/open-as.ts');
        return { run: (_: Container, ...args: unknown[]) => openAs(container, ending, args) };
      }),
    ),
    container.command('ory.newIdentity', () => import('./commands/new-identity.ts')),
    container.command('ory.newClient', () => import('./commands/new-client.ts')),
    container.command('ory.duplicate', async () => {
      const { duplicate } = await import('./commands/duplicate.ts');
      return { run: (_: Container, ...args: unknown[]) => duplicate(container, files, args) };
    }),
    container.command('ory.addCredential', async () => {
      const { addCredential } = await import('./commands/add-credential.ts');
      return { run: (_: Container, ...args: unknown[]) => addCredential(files, args) };
    }),
    container.command('ory.newResource', () => import('./commands/new-resource.ts')),
    container.command('ory.rename', () => import('./commands/rename.ts')),
    container.command('ory.trustIssuer', () => import('./commands/trust-issuer.ts')),
    container.command('ory.newKeySet', () => import('./commands/new-key-set.ts')),
    container.command('ory.revealSecrets', async () => {
      const { revealSecrets } = await import('./commands/reveal-secrets.ts');
      return { run: (_: Container, ...args: unknown[]) => revealSecrets(container, secrets, args) };
    }),
    copies,
    container.command('ory.compareWithServer', async () => {
      const { compareWithServer } = await import('./commands/compare-with-server.ts');
      return { run: (_: Container, ...args: unknown[]) => compareWithServer(container, files, copies, args) };
    }),
    showStatusOnFirstDocument(container),
  );
}

/** The status bar item is made when a document of ours first comes to the front. */
function showStatusOnFirstDocument(container: Container): vscode.Disposable {
  let item: StatusItem | undefined;
  let loading = false;
  const make = async (editor: vscode.TextEditor | undefined) => {
    if (loading || editor?.document.uri.scheme !== SCHEME) return;
    loading = true;
    const { StatusItem } = await import('./status-item.ts');
    item = new StatusItem(container);
  };
  const listener = vscode.window.onDidChangeActiveTextEditor((editor) => void make(editor));
  void make(vscode.window.activeTextEditor);
  return new vscode.Disposable(() => {
    listener.dispose();
    item?.dispose();
  });
}
