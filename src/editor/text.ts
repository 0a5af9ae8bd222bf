import { asText } from '../ory/as-text.ts';

/**
 * What a server sent, as one line that shows exactly what it is: no line breaks, no characters that turn text around.
 * Whatever it is: a name that is missing or a number is no reason to show nothing.
 */
export const oneLine = (said: unknown): string =>
  asText(said)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** The same where the editor would make icons of `$(name)`, such as in quick picks. */
export const withoutIcons = (said: unknown): string => oneLine(said).replaceAll('$(', '\\$(');

/** The same where the editor would make links of `[text](target)`, such as in notifications. */
export const withoutLinks = (said: unknown): string => oneLine(said).replaceAll('](', '] (');
