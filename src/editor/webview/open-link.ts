import * as vscode from 'vscode';
import { openOutside } from '../open-outside.ts';
import { withoutLinks } from '../text.ts';

/** Opens an address from a view outside, if it is http(s); the editor asks first, unless its site is trusted. */
export async function openLink(url: string): Promise<void> {
  const { protocol, href } = URL.canParse(url) ? new URL(url) : { protocol: '', href: '' };
  if (protocol === 'https:' || protocol === 'http:') await openOutside(href);
  else
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Not opened: {0} is no address of the web.', withoutLinks(url)),
    );
}
