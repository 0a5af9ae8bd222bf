import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { documentUri, nameOfUri, parseDocumentUri } from '../../../editor/document-uri.ts';
import { givenAll } from '../../../editor/given.ts';
import { type Ending, endingOf } from '../../../saving/forms/endings.ts';
import { replaceTab, tabsOf, uriOfTab } from '../tabs.ts';

/**
 * Shows resources in another form, in the place of the tab in which they are. A tab that holds changes stays: its next
 * save is put together with what the other one saved.
 */
export async function openAs(container: Container, ending: Ending, args: readonly unknown[]): Promise<void> {
  for (const { ref, name } of givenAll(args)) {
    if (ref.isNew) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Save the new document first: then it can be shown otherwise.'),
      );
      continue;
    }
    const tabs = tabsOf(ref).flatMap((tab) => uriOfTab(tab) ?? []);
    const shown = tabs.find((uri) => endingOf(uri.path) === ending);
    const other = tabs.find((uri) => endingOf(uri.path) !== ending);
    const uri = shown ?? documentUri(ref, name ?? (other ? nameOfUri(other) : ref.id), ending);
    try {
      if (other) await replaceTab(other, uri);
      else await vscode.window.showTextDocument(uri, { preview: false });
    } catch (error) {
      const connection = container.connections.byId(parseDocumentUri(uri)?.connection ?? '');
      await container.tell(error, { doing: vscode.l10n.t('Couldn’t open {0}', nameOfUri(uri)), connection });
    }
  }
}
