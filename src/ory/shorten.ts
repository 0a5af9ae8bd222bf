/** Characters of what a server says that people are shown. */
export const SHOWN = 2000;

/** Characters of a name or an id that is shown beside it. */
export const SHOWN_OF_NAME = 200;

/**
 * The beginning of a text, with `…` where more followed. Not through a word: what is left of a secret could not be known
 * as one.
 * @param most characters, the `…` not counted
 */
export function cutOff(text: string, most = SHOWN): string {
  if (text.length <= most) return text;
  const beginning = text.slice(0, most);
  const words = beginning.slice(-Math.floor(most / 2));
  const blank = words.search(/\s\S*$/);
  const end = /\s/.test(text.charAt(most)) || blank < 0 ? most : most - words.length + blank;
  // Not through the middle of a character either.
  return `${text.slice(0, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end)}…`;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
