import * as l10n from '@vscode/l10n';
/** Scheme of what was saved, beside what the server kept of it. */
export const SENT_SCHEME = 'ory-sent';

/** What stands there after a reload of the window, when the text is gone. */
export const SENT_NOTE = l10n.t('What was saved is forgotten when the window reloads.\n');
