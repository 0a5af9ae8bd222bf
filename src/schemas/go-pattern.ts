/** Blanks of Go's `\s`, which knows no others than these; JavaScript's means all of Unicode. */
const BLANKS = '\\t\\n\\f\\r ';

/**
 * A pattern of a server with blanks as Go reads them, for JavaScript.
 * @returns undefined where it can't be said
 */
export function goPattern(pattern: string): string | undefined {
  let made = '';
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign !== '\\') {
      if (sign === '[') inClass = true;
      if (sign === ']') inClass = false;
      made += sign;
      continue;
    }
    const escaped = pattern.charAt(++at);
    if (escaped === 's') made += inClass ? BLANKS : `[${BLANKS}]`;
    else if (escaped !== 'S') made += sign + escaped;
    else if (inClass) return undefined;
    else made += `[^${BLANKS}]`;
  }
  return made;
}
