import * as vscode from 'vscode';
import { oneLine, withoutLinks } from '../../editor/text.ts';
import type { Search } from './lists/paged-list.ts';

const TELLING_PAUSE_MS = 500;

/** Shows how far a search through the pages of a list has come, and lets one cancel it. */
export function showSearch(text: string, { ended, progress, stop }: Search): void {
  const title = vscode.l10n.t('Searching for “{0}”', withoutLinks(oneLine(text)));
  void vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (shown, token) => {
      token.onCancellationRequested(stop);
      const tell = () => shown.report({ message: progress() });
      tell();
      const timer = setInterval(tell, TELLING_PAUSE_MS);
      await ended.finally(() => clearInterval(timer));
    },
  );
}
