import * as l10n from '@vscode/l10n';
/** Scheme of the server's copies beside documents. */
export const SERVER_SCHEME = 'ory-server';

/** What stands there after a reload of the window, when the copy is gone. */
export const SERVER_NOTE = l10n.t(
  'This copy is forgotten when the window reloads. Run “Ory: Compare with Server” again to see it.\n',
);
