/**
 * A text without a character at its end. Not `/…+$/`: an engine that searches begins anew at each of them, and a request
 * may hold a million.
 */
export function trimEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
