import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { SCHEME } from '../../editor/document-uri.ts';
import { LinkTargets } from './link-targets.ts';

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
    container.command('ory.followLink', async () => {
      const { followLink } = await import('./commands/follow-link.ts');
      return { run: (_, link?: unknown) => followLink(targets, link) };
    }),
    vscode.languages.registerInlayHintsProvider(ours, {
      provideInlayHints: async (document, range) => (await import('./times.ts')).timeHints(document, range),
    }),
    container.command('ory.copyFact', () => import('./commands/copy-fact.ts')),
  );
}
