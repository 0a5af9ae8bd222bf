import * as l10n from '@vscode/l10n';
/** Go's durations, such as 1h30m. */
const DURATION = /^(\d+(\.\d+)?(ms|s|m|h))+$/;

/** Why a text is no lifespan, or undefined where it is one; nothing means the server's own. */
export const lifespanProblem = (text: string): string | undefined =>
  text.trim() === '' || DURATION.test(text.trim())
    ? undefined
    : l10n.t('Hours, minutes and seconds, such as 12h, 90m or 1h30m.');
