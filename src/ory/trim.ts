/**
 * A text without certain characters at its end. Not `/…+$/`: an engine that searches begins anew at each of them, and a
 * text of others may hold a million.
 * @param characters each of those that are left out
 */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** An address without slashes at its end. */
export const withoutSlash = (address: string): string => trimEnd(address, '/');
