import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { LENSES } from '../../editor/commands/table/tools.ts';
import { SCHEME } from '../../editor/document-uri.ts';
import { LinkTargets } from './link-targets.ts';

const LOADERS: Loaders<LinkTargets, typeof LENSES> = {
  copyFact: () => import('./commands/copy-fact.ts'),
  followLink: () => import('./commands/follow-link.ts'),
};

/** What can be done with the parts of our documents, and what they say to who points at them. Loaded with the first. */
export function register(container: Container): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const ours = { scheme: SCHEME };
  const targets = new LinkTargets();
  return vscode.Disposable.from(
    changed,
    // What can be done depends on the connection: it may have become read-only.
    container.connections.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(ours, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document, token) =>
        (await import('./code-lenses.ts')).codeLenses(container, document, token),
    }),
    vscode.languages.registerHoverProvider(ours, {
      provideHover: async (document, position, token) =>
        (await import('./hovers.ts')).hoverAt(container, document, position, token),
    }),
    vscode.languages.registerDocumentLinkProvider(ours, {
      provideDocumentLinks: async (document, token) =>
        (await import('./links.ts')).linksIn(container, document, targets, token),
    }),
    vscode.languages.registerInlayHintsProvider(ours, {
      provideInlayHints: async (document, range) => (await import('./times.ts')).timeHints(document, range),
    }),
    registerCommands(container, targets, LOADERS),
  );
}
