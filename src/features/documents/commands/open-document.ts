import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { documentUri } from '../../../editor/document-uri.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import type { OryFileSystem } from '../provider.ts';
import { tabsOf, uriOfTab } from '../tabs.ts';
import { type Given, givenAll, isClick } from '../../../editor/given.ts';

/** Opens resources as documents; one that is open already comes to the front. */
export async function openDocument(
  container: Container,
  files: OryFileSystem,
  args: readonly unknown[],
): Promise<void> {
  const all = givenAll(args);
  // As in the Explorer of files: a click shows a preview, and the keyboard stays with the row.
  const show = { preview: all.length === 1, preserveFocus: isClick(args) };
  for (const one of all) await open(container, files, one, show);
}

type Show = Required<Pick<vscode.TextDocumentShowOptions, 'preview' | 'preserveFocus'>>;

async function open(container: Container, files: OryFileSystem, { ref, name }: Given, show: Show) {
  const [tab] = tabsOf(ref);
  const shown = tab && uriOfTab(tab);
  if (shown) {
    await vscode.window.showTextDocument(shown, {
      ...show,
      viewColumn: tab.group.viewColumn,
      preview: tab.isPreview,
    });
    return;
  }
  const kind = KINDS[ref.kind];
  const connection = container.connections.byId(ref.connection);
  try {
    // Read first: what fails can be told in words and with a next step, and an unknown name is known then.
    const documents = await files.documents();
    const version = await documents.readAhead(ref);
    const named = { kind, tree: version.masked, id: ref.id };
    const called = name ?? (await container.work.run('name', named));
    const uri = documentUri(ref, called, kind.writtenAs);
    documents.keep(uri, version);
    await vscode.window.showTextDocument(uri, show);
  } catch (error) {
    const doing = vscode.l10n.t(
      "Couldn't open {0} from {1}",
      name ?? kind.noun,
      connection?.name ?? ref.connection,
    );
    await container.tell(error, {
      doing,
      connection,
      retry: () => open(container, files, { ref, name }, show),
    });
  }
}
