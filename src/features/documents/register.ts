import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { DOCUMENTS } from '../../editor/commands/table/documents.ts';
import { SCHEME } from '../../editor/document-uri.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import { OryFileSystem } from './provider.ts';
import { SECRET_NOTE, SECRET_SCHEME } from './secret-scheme.ts';
import { SERVER_NOTE, SERVER_SCHEME } from './server-scheme.ts';
import type { StatusItem } from './status-item.ts';

/** What the commands of this feature get. */
interface Shared {
  readonly container: Container;
  readonly files: OryFileSystem;
  /** Resources with their secrets, and what servers have beside a text. */
  readonly secrets: ShownTexts;
  readonly copies: ShownTexts;
}

type Run = (shared: Shared, args: readonly unknown[]) => unknown;

const calling = (load: () => Promise<Run>) => async () => {
  const run = await load();
  return { run: (shared: Shared, ...args: unknown[]) => run(shared, args) };
};

/** Of commands that need nothing but the container. */
const alone = (load: () => Promise<{ run(container: Container, ...args: readonly unknown[]): unknown }>) =>
  calling(async () => {
    const command = await load();
    return ({ container }, args) => command.run(container, ...args);
  });

const LOADERS: Loaders<Shared, typeof DOCUMENTS> = {
  openDocument: calling(async () => {
    const { openDocument } = await import('./commands/open-document.ts');
    return ({ container, files }, args) => openDocument(container, files, args);
  }),
  openAsYaml: calling(async () => {
    const { openAs } = await import('./commands/open-as.ts');
    return ({ container }, args) => openAs(container, '.yaml', args);
  }),
  openAsJson: calling(async () => {
    const { openAs } = await import('./commands/open-as.ts');
    return ({ container }, args) => openAs(container, '.json', args);
  }),
  newResource: alone(() => import('./commands/new-resource.ts')),
  newIdentity: alone(() => import('./commands/new-identity.ts')),
  newClient: alone(() => import('./commands/new-client.ts')),
  newKeySet: alone(() => import('./commands/new-key-set.ts')),
  trustIssuer: alone(() => import('./commands/trust-issuer.ts')),
  rename: alone(() => import('./commands/rename.ts')),
  addCredential: calling(async () => {
    const { addCredential } = await import('./commands/add-credential.ts');
    return ({ files }, args) => addCredential(files, args);
  }),
  duplicate: calling(async () => {
    const { duplicate } = await import('./commands/duplicate.ts');
    return ({ container, files }, args) => duplicate(container, files, args);
  }),
  revealSecrets: calling(async () => {
    const { revealSecrets } = await import('./commands/reveal-secrets.ts');
    return ({ container, secrets }, args) => revealSecrets(container, secrets, args);
  }),
  compareWithServer: calling(async () => {
    const { compareWithServer } = await import('./commands/compare-with-server.ts');
    return ({ container, files, copies }, args) => compareWithServer(container, files, copies, args);
  }),
};

/** Resources as documents: the `ory:` file system, what opens and creates its documents, and where each belongs. */
export function register(container: Container): vscode.Disposable {
  const files = new OryFileSystem(container);
  const secrets = new ShownTexts(SECRET_SCHEME, SECRET_NOTE);
  const copies = new ShownTexts(SERVER_SCHEME, SERVER_NOTE);
  container.documentFacts.tellOf(SCHEME, async (document) =>
    (await import('./document-words.ts')).documentWords(container, document),
  );
  return vscode.Disposable.from(
    files,
    secrets,
    vscode.workspace.registerFileSystemProvider(SCHEME, files, { isCaseSensitive: true }),
    copies,
    registerCommands(container, { container, files, secrets, copies }, LOADERS),
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
