import type { Token } from './token.ts';

/** Something wrong with a source, at a piece of it. */
export interface Problem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A place as the servers count: lines from 1; a column is the number of characters before it. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const problemAt = ({ start, end }: Token, message: string): Problem => ({ message, start, end });

/**
 * The place of an index into the source, with the servers' two oddities: bytes are counted off against characters, so
 * that a place behind a letter like é is later than it should be; and the first character of a line counts as the last
 * of the line before (that of the first line as column 1).
 */
export function positionOf(source: string, index: number): Position {
  let left = Buffer.byteLength(source.slice(0, index));
  let line = 1;
  let column = 0;
  for (const character of source) {
    column++;
    left--;
    if (left <= 0) break;
    if (character === '\n') {
      line++;
      column = 0;
    }
  }
  return { line, column };
}
