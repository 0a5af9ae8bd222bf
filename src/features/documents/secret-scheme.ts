import * as l10n from '@vscode/l10n';
/** Scheme of the read-only documents that show secrets. */
export const SECRET_SCHEME = 'ory-secret';

/** What stands there after a reload of the window, when the content is gone. */
export const SECRET_NOTE = `${JSON.stringify({ note: l10n.t('Secrets are forgotten when the window reloads. Run “Ory: Reveal Secrets” again to see them.') }, null, 2)}\n`;
