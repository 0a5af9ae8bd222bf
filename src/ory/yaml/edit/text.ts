/** A stretch of a text that is written anew. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A part of a text after edits that lie within it, none over another. */
export function applyEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  let at = from;
  const parts: string[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  return parts.join('') + text.slice(at, to);
}

/** Where the line of a place begins. */
export const lineStart = (text: string, at: number): number =>
  at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;

/** Where the line of a place ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

/** How many characters stand before a place on its line. */
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Whether nothing but blanks stands before a place on its line. */
export const isFirstOnLine = (text: string, at: number): boolean =>
  text.slice(lineStart(text, at), at).trim() === '';

/** Lines, each but empty ones moved to the right. */
export function indented(lines: string, by: number): string {
  const margin = ' '.repeat(by);
  return lines
    .split('\n')
    .map((line) => (line === '' ? line : margin + line))
    .join('\n');
}

/** Where the comment of a line begins, behind a value that ends before it; undefined where there is none. */
export function commentBehind(text: string, at: number): number | undefined {
  let next = at;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return next > at && text[next] === '#' ? next : undefined;
}
