/** What a server sent, as one line that shows exactly what it is: no line breaks, no characters that turn text around. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** The same where the editor would make icons of `$(name)`, such as in quick picks. */
export const withoutIcons = (text: string): string => oneLine(text).replaceAll('$(', '\\$(');

/** The same where the editor would make links of `[text](target)`, such as in notifications. */
export const withoutLinks = (text: string): string => oneLine(text).replaceAll('](', '] (');
